FROM alpine
RUN <<EOF cat && 3<<-'two words'
apk add curl
EOF
	b
	two words
COPY <<"A" << B /d/
$x
A
${y%.*}
B
RUN echo `date` "${a:-$(b)}" | tee /c; cd /d || exit
