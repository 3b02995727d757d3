; What stands in for the program where its setup program is rehearsed on Linux: it ends at once,
; with ${CODE}; started with "wait", it stays.
Unicode true
Target amd64-unicode
!include "FileFunc.nsh"
!include "LogicLib.nsh"
OutFile "${RESULT}"
RequestExecutionLevel user
SilentInstall silent
Section
  ${GetParameters} $0
  ${If} $0 == "wait"
    Sleep 600000
  ${EndIf}
  SetErrorLevel ${CODE}
SectionEnd
