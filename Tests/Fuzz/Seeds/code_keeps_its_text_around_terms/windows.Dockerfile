# escape=`
FROM windows
SHELL ["powershell"]
RUN a `
 b
VOLUME c:\d
