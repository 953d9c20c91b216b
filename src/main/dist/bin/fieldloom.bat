@echo off
rem Starts Fieldloom with a Java that fits: FIELDLOOM_JAVA, the runtime an installer brought,
rem JAVA_HOME, the java on the PATH, or one from the usual places. Only "release" files are read.
rem FIELDLOOM_OPTS and JAVA_OPTS are handed to Java.
setlocal EnableExtensions DisableDelayedExpansion
set "LEAST=25"
set "HERE=%~dp0.."
set "JAVA="

if not defined FIELDLOOM_JAVA goto search
call :fits "%FIELDLOOM_JAVA%"
if defined JAVA goto start
echo fieldloom: FIELDLOOM_JAVA names %FIELDLOOM_JAVA%, which is no Java %LEAST% or newer; set it to the folder of a JDK %LEAST% or newer, or unset it.>&2
exit /b 2

:search
call :fits "%HERE%\runtime"
if not defined JAVA call :fits "%HERE%\lib\runtime"
if not defined JAVA if defined JAVA_HOME call :fits "%JAVA_HOME%"
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA call :fits "%%~dpJ.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%ProgramFiles%\OpenJDK" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\.m2\jdks" "%USERPROFILE%\scoop\apps") do (
  if not defined JAVA if exist "%%~R" for /d %%D in ("%%~R\*") do (
    if not defined JAVA call :fits "%%~fD"
    if not defined JAVA if exist "%%~fD\current\release" call :fits "%%~fD\current"
  )
)
if defined JAVA goto start
echo fieldloom: Java %LEAST% or newer is needed and none was found; install a JDK %LEAST% ^(adoptium.net has one for every system^) or set FIELDLOOM_JAVA to its folder.>&2
exit /b 2

:start
set "QUICK="
if not "%~1"=="" set "QUICK=-XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=150"
set "AOT=%HERE%\lib\fieldloom.aot"
set "PREPARED="
if exist "%AOT%" set PREPARED=-Xlog:disable "-XX:AOTCache=%AOT%"
"%JAVA%" --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %QUICK% %PREPARED% %JAVA_OPTS% %FIELDLOOM_OPTS% -cp "%HERE%\lib\fieldloom.jar" fieldloom.Main %*
exit /b %ERRORLEVEL%

rem Sets JAVA where the folder %1 holds a Java that is new enough.
:fits
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" call :newer "%%~B" "%~1"
exit /b 0

:newer
for /f "tokens=1 delims=.-+_" %%V in ("%~1") do if %%V GEQ %LEAST% set "JAVA=%~2\bin\java.exe"
exit /b 0
