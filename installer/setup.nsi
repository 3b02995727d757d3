; SpineCounsel for one person on Windows: no administrator is needed, vaults are never touched
; unless the person asks for it while uninstalling.
;
; A new version is unpacked into "new" beside the old one and tests itself; then "program" becomes
; "old" and "new" becomes "program".  Whatever fails before that leaves the old one as it was.
;
; Ends with 0; 2: something failed, nothing was changed; 3: not for this Windows; 4: the program is
; open; 5: a newer version is there.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 32
CRCCheck force
ManifestDPIAware true
ManifestSupportedOS Win10
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "Integration.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!define APP "SpineCounsel"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\SpineCounsel"
!define CLASSES "Software\Classes"
!define CHECK "${CLASSES}\SystemFileAssociations\.pdf\shell\SpineCounsel.Check"
!define OLDEST_WINDOWS 17763 ; Windows 10, version 1809: the oldest that Qt runs on
Name "${APP} ${VERSION}"
BrandingText " "
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
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEPAGE_TEXT "This installs ${APP} ${VERSION} for you alone. You need no administrator.$\r$\n$\r$\nAn older version is replaced. Vaults and settings stay as they are.$\r$\n$\r$\nClose ${APP} before you go on."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\program\${STARTS}"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "This removes ${APP} from this computer. Vaults and settings stay, unless you ask on the next page that they go, too."
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_COMPONENTSPAGE_TEXT_TOP "Choose what goes. Vaults and settings stay, unless you tick them."
!define MUI_COMPONENTSPAGE_TEXT_COMPLIST "This goes:"
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!macro MUST_BE_CLOSED UN
Function ${UN}MustBeClosed
  ; Windows lets nobody write to a program that runs
  ${While} ${FileExists} "$INSTDIR\program\${STARTS}"
    ClearErrors
    FileOpen $0 "$INSTDIR\program\${STARTS}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${APP} is open. Close it, then choose Retry." /SD IDCANCEL IDCANCEL`
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${EndWhile}
FunctionEnd
!macroend
!insertmacro MUST_BE_CLOSED ""
!insertmacro MUST_BE_CLOSED "un."

Function .onInit
  ${IfNot} ${AtLeastBuild} ${OLDEST_WINDOWS}
    MessageBox MB_OK|MB_ICONSTOP "${APP} needs Windows 10, version 1809, or newer." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
  ${VersionCompare} "${VERSION}" "$0" $1
  ${If} $1 = 2
    ${If} ${Cmd} `MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONEXCLAMATION "A newer version is installed: $0. A vault that it has opened may not open in ${VERSION}. Go back to ${VERSION} all the same?" /SD IDNO IDNO`
      SetErrorLevel 5
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\new"
  ${If} ${FileExists} "$INSTDIR\old\${STARTS}"
  ${AndIfNot} ${FileExists} "$INSTDIR\program\${STARTS}"
    Rename "$INSTDIR\old" "$INSTDIR\program"
  ${EndIf}
  RMDir "$INSTDIR"
FunctionEnd

Section "SpineCounsel"
  SetShellVarContext current
  Call MustBeClosed
  RMDir /r "$INSTDIR\new"
  SetOutPath "$INSTDIR\new"
  File /r "${PAYLOAD}\*"
  DetailPrint "Testing ..."
  ClearErrors
  ExecWait '"$INSTDIR\new\${STARTS}" --selftest' $0
  ${If} ${Errors}
  ${OrIf} $0 <> 0
    MessageBox MB_OK|MB_ICONSTOP "${APP} ${VERSION} does not work on this computer. What was installed before is as it was." /SD IDOK
    Abort "It does not work on this computer. What was installed before is as it was."
  ${EndIf}
  SetOutPath "$INSTDIR"
  ${If} ${FileExists} "$INSTDIR\program\*"
    RMDir /r "$INSTDIR\old"
    ClearErrors
    Rename "$INSTDIR\program" "$INSTDIR\old"
    ${If} ${Errors}
      Abort "Files of ${APP} are in use. Nothing was changed."
    ${EndIf}
  ${EndIf}
  ClearErrors
  Rename "$INSTDIR\new" "$INSTDIR\program"
  ${If} ${Errors}
    Abort "The new version could not be put in its place. Nothing was changed."
  ${EndIf}
  RMDir /r "$INSTDIR\old"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\program\${STARTS}" "" "$INSTDIR\program\spinecounsel.ico"
  WriteRegStr HKCU "${CLASSES}\.spinebackup" "" "SpineCounsel.Backup"
  WriteRegStr HKCU "${CLASSES}\SpineCounsel.Backup" "" "SpineCounsel backup"
  WriteRegStr HKCU "${CLASSES}\SpineCounsel.Backup\DefaultIcon" "" "$INSTDIR\program\spinecounsel.ico"
  WriteRegStr HKCU "${CLASSES}\SpineCounsel.Backup\shell\open\command" "" '"$INSTDIR\program\${STARTS}" "%1"'
  ; one more line in the menu of a PDF; what opens PDF files stays what it was
  WriteRegStr HKCU "${CHECK}" "" "Check with ${APP}"
  WriteRegStr HKCU "${CHECK}" "Icon" "$INSTDIR\program\spinecounsel.ico"
  WriteRegStr HKCU "${CHECK}\command" "" '"$INSTDIR\program\${STARTS}" "%1"'
  ${NotifyShell_AssocChanged}
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "${KEY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\program\spinecounsel.ico"
  WriteRegStr HKCU "${KEY}" "Publisher" "the SpineCounsel authors"
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
  Call un.MustBeClosed
  Delete "$SMPROGRAMS\${APP}.lnk"
  RMDir /r "$INSTDIR\program"
  RMDir /r "$INSTDIR\new"
  RMDir /r "$INSTDIR\old"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${CHECK}"
  DeleteRegKey HKCU "${CLASSES}\SpineCounsel.Backup"
  DeleteRegKey HKCU "${CLASSES}\.spinebackup"
  DeleteRegKey HKCU "${KEY}"
  ${NotifyShell_AssocChanged}
SectionEnd

Section /o "un.All my vaults and settings"
  ${If} ${Cmd} `MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONEXCLAMATION "Delete all your vaults and settings in $LOCALAPPDATA\SpineCounsel? Nobody can bring these records back." /SD IDNO IDYES`
    RMDir /r "$LOCALAPPDATA\SpineCounsel"
  ${EndIf}
SectionEnd
