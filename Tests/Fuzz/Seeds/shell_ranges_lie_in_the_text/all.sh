f() { local a=(b 'c d' $'e\n') 2>&1; }
case "$x" in a|b*) [[ $y =~ ^(p|q)$ && ! -f z ]];; *) ((n++)) || exit 1 ;; esac
cat <<-'E' <<F | while read -r line; do :; done
	raw $x
	E
text ${x:-$(g)} `h`
F
diff <(sort a) >(tee b) &> /dev/null & sudo -u root env A=1 make -j"$(nproc)" @(a|b) ${v//a/b} ${#v}
