@echo off
rem Runs a KNIME workflow of this project without KNIME: run-workflow WORKFLOW_DIRECTORY [options]
rem Builds the project on first use and whenever its sources have changed. All options: run-workflow -help
rem GECO_JAVA_OPTS holds further options for Java, e.g. set GECO_JAVA_OPTS=-Xmx4g
setlocal EnableExtensions DisableDelayedExpansion

set "HERE=%~dp0"
set "ARGUMENTS=%HERE%releng\plugin\target\java.args"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
    echo run-workflow: Java was not found or is too old. Install a JDK, version 17 or later, and set JAVA_HOME. 1>&2
    exit /b 2
)
set "VERSION=0"
for /f "tokens=2 delims=. " %%v in ('call "%JAVA%" --version') do (
    set "VERSION=%%v"
    goto :versionKnown
)
:versionKnown
if %VERSION% LSS 17 (
    echo run-workflow: Java %VERSION% was found. Install a JDK, version 17 or later, and set JAVA_HOME. 1>&2
    exit /b 2
)

rem is any source newer than the build?
set "CHANGED=1"
if exist "%ARGUMENTS%" for /f %%c in ('powershell -NoProfile -Command "Set-Location -LiteralPath $env:HERE; $built = (Get-Item -LiteralPath $env:ARGUMENTS).LastWriteTime; $new = Get-ChildItem pom.xml,plugin.xml,META-INF,icons,src\main,embedded-knime\pom.xml,embedded-knime\*\pom.xml,embedded-knime\*\src\main,releng\plugin\pom.xml -Recurse -File | Where-Object LastWriteTime -gt $built | Select-Object -First 1; if ($new) { 1 } else { 0 }"') do set "CHANGED=%%c"
if "%CHANGED%"=="0" goto :built

where mvn >nul 2>&1
if errorlevel 1 (
    echo run-workflow: Maven was not found. Install Maven 3.8 or later and put it on the PATH. 1>&2
    exit /b 2
)
echo Building the project, the first time this downloads about 200 MB of libraries ... 1>&2
if exist "%ARGUMENTS%" del "%ARGUMENTS%"
call mvn -B -q -f "%HERE%pom.xml" -pl releng/plugin -am -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip package
if errorlevel 1 (
    echo run-workflow: The build failed; see Maven's messages above. 1>&2
    exit /b 2
)
:built

if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
set "OPTIONS=-Xmx2g -Djava.awt.headless=true -Dorg.bytedeco.javacpp.maxphysicalbytes=0 %GECO_JAVA_OPTS%"
"%JAVA%" %OPTIONS% "@%ARGUMENTS%" org.geco.embedded.runner.Main %*
exit /b %ERRORLEVEL%
