; “Open with” for saved pages, beside whatever opens them now. Untried: there is no Windows where Lectern is built.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Lectern.Page" "" "Saved web page"
  WriteRegStr SHCTX "Software\Classes\Lectern.Page\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.html\OpenWithProgids" "Lectern.Page" ""
  WriteRegStr SHCTX "Software\Classes\.htm\OpenWithProgids" "Lectern.Page" ""
  WriteRegStr SHCTX "Software\Classes\.mhtml\OpenWithProgids" "Lectern.Page" ""
  WriteRegStr SHCTX "Software\Classes\.mht\OpenWithProgids" "Lectern.Page" ""
  WriteRegStr SHCTX "Software\Classes\.webarchive\OpenWithProgids" "Lectern.Page" ""
!macroend

!macro customUnInstall
  DeleteRegValue SHCTX "Software\Classes\.html\OpenWithProgids" "Lectern.Page"
  DeleteRegValue SHCTX "Software\Classes\.htm\OpenWithProgids" "Lectern.Page"
  DeleteRegValue SHCTX "Software\Classes\.mhtml\OpenWithProgids" "Lectern.Page"
  DeleteRegValue SHCTX "Software\Classes\.mht\OpenWithProgids" "Lectern.Page"
  DeleteRegValue SHCTX "Software\Classes\.webarchive\OpenWithProgids" "Lectern.Page"
  DeleteRegKey SHCTX "Software\Classes\Lectern.Page"
!macroend
