; SpineCounsel for one person on Windows: no administrator is needed, vaults are never touched
; unless the person asks for it while uninstalling.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
!include "MUI2.nsh"
!include "FileFunc.nsh"
!define APP "SpineCounsel"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\SpineCounsel"
Name "${APP} ${VERSION}"
OutFile "${RESULT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\SpineCounsel"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${APP}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs ${APP}"
VIAddVersionKey "LegalCopyright" "the SpineCounsel authors, Apache-2.0"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${STARTS}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Section "SpineCounsel"
  SetShellVarContext current
  ; an older version goes first, so that nothing of it stays; its vaults lie elsewhere
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}\*"
  File "${LICENCE}"
  File "/oname=spinecounsel.ico" "${ICON}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${STARTS}" "" "$INSTDIR\spinecounsel.ico"
  WriteRegStr HKCU "Software\Classes\.spinebackup" "" "SpineCounsel.Backup"
  WriteRegStr HKCU "Software\Classes\SpineCounsel.Backup" "" "SpineCounsel backup"
  WriteRegStr HKCU "Software\Classes\SpineCounsel.Backup\DefaultIcon" "" "$INSTDIR\spinecounsel.ico"
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "${KEY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\spinecounsel.ico"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "un.The program"
  SectionIn RO
  SetShellVarContext current
  Delete "$SMPROGRAMS\${APP}.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${STARTS}"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\spinecounsel.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "Software\Classes\SpineCounsel.Backup"
  DeleteRegKey HKCU "Software\Classes\.spinebackup"
  DeleteRegKey HKCU "${KEY}"
SectionEnd

Section /o "un.All vaults and settings of this person (cannot be brought back)"
  RMDir /r "$LOCALAPPDATA\SpineCounsel"
SectionEnd
