# Wrong use: one line that names the mistake and what would be right, exit code 2.

# No command
$ oms nope
$ oms lsit
$ oms list2
! oms: error: unknown command 'nope'; 'oms --help' lists all
! oms: error: unknown command 'lsit'; did you mean 'list'? ('oms --help' lists all)
! oms: error: unknown command 'list2'; did you mean 'list'? ('oms --help' lists all)
? 2

# A flag of a command needs the command first
$ oms --nope
$ oms --task chat
$ oms -n 1 list
! oms: error: unknown flag '--nope'; a command comes first; 'oms --help' lists them
! oms: error: unknown flag '--task'; a command comes first; 'oms --help' lists them
! oms: error: unknown flag '-n'; a command comes first; 'oms --help' lists them
? 2

# No flag
$ oms list --nope
$ oms list --taks chat
$ oms list --task=chat --nope=3
! oms: error: unknown flag '--nope'; did you mean '--open'? ('oms list --help' lists all)
! oms: error: unknown flag '--taks'; did you mean '--task'? ('oms list --help' lists all)
! oms: error: unknown flag '--nope'; did you mean '--open'? ('oms list --help' lists all)
? 2

# A short flag that is none gets no guess
$ oms list -z
! oms: error: unknown flag '-z'; 'oms list --help' lists all
? 2

# No help for what is no command
$ oms help nope
! oms: error: no help on 'nope'; 'oms --help' lists commands and topics
? 2

# No task
$ oms list --task chatt
$ oms list --task zzz
$ oms list --task 'chat,!nope'
! oms: error: unknown task 'chatt'; did you mean 'chat'? ('oms tasks' lists all)
! oms: error: unknown task 'zzz'; 'oms tasks' lists all
! oms: error: unknown task 'nope'; 'oms tasks' lists all
? 2

# No license
$ oms list --license apache
$ oms list --license zzz
$ oms list --license 'mit,!zzz'
$ oms list --min-license-class open
$ oms list --license ","
! oms: error: unknown license 'apache'; did you mean 'apache-2.0'? ('oms licenses' lists ids and classes; also: osi, open, commercial, conditional)
! oms: error: unknown license 'zzz'; 'oms licenses' lists ids and classes; also: osi, open, commercial, conditional
! oms: error: unknown license 'zzz'; 'oms licenses' lists ids and classes; also: osi, open, commercial, conditional
! oms: error: --min-license-class: condition 'license_effective>=open': license_effective takes one of proprietary, research-only, non-commercial, community, restricted, open-other, osi-copyleft, osi-permissive, not 'open'; did you mean 'open-other'?
! oms: error: --license: the value is empty
? 2

# No family
$ oms list --family mistrl
$ oms list --family zzz
! oms: error: --family: unknown family 'mistrl'; did you mean 'mistral'?
! oms: error: --family: unknown family 'zzz'; 'oms list --fields id,family' shows them
? 2

# No domain
$ oms list --domain medcal
$ oms list --domain zzz
! oms: error: --domain: unknown domain 'medcal'; did you mean 'medical'?
! oms: error: --domain: unknown domain 'zzz'; domains are biology, chemistry, climate, code, cybersecurity, education, finance, geospatial, legal, mathematics, medical, music, robotics, roleplay, science, telecom
? 2

# No language
$ oms list --language japanese
$ oms list --language qq
! oms: error: --language: unknown language 'japanese'; did you mean 'ja'?
! oms: error: --language: unknown language 'qq'; languages are ISO 639 codes, e.g. ja
? 2

# No host
$ oms list --available-on azur
$ oms list --available-on zzz
! oms: error: --available-on: unknown host 'azur'; did you mean 'azure'?
! oms: error: --available-on: unknown host 'zzz'; 'oms list --fields id,available_on' shows them
? 2

# No component
$ oms list --open dta
$ oms list --open zzz
! oms: error: --open: unknown component 'dta'; did you mean 'data'? (components are data, weights, evaluation, finetuning, metrics)
! oms: error: --open: unknown component 'zzz'; components are data, weights, evaluation, finetuning, metrics
? 2

# No number
$ oms list --max-price cheap
$ oms list --min-params 7Q
$ oms list --max-params 7,5B
$ oms list --min-context lots
! oms: error: --max-price: condition 'price_blended<=cheap': price_blended takes a number (USD per 1M tokens), not 'cheap'
! oms: error: --min-params: condition 'params>=7Q': params takes a number (parameters), not '7Q'
! oms: error: --max-params: condition 'params<=7,5B': '<=' takes one value, not '7,5B'
! oms: error: --min-context: condition 'context>=lots': context takes a number (tokens), not 'lots'
? 2

# No count of rows
$ oms list -n -5
$ oms list -n x
$ oms list -n 1.5
$ oms list -n ''
$ oms list -n 99999999999999999999
$ oms list -n 0x10
! oms: error: -n takes a number of rows, 0 for all, not '-5'
! oms: error: -n takes a number of rows, 0 for all, not 'x'
! oms: error: -n takes a number of rows, 0 for all, not '1.5'
! oms: error: --limit: the value is empty
! oms: error: -n takes a number of rows, 0 for all, not '99999999999999999999'
! oms: error: -n takes a number of rows, 0 for all, not '0x10'
? 2

# A flag without its value
$ oms list --task >/dev/null 2>&1; echo $?
$ oms list id=allenai/OLMo-7B -n >/dev/null 2>&1; echo $?
$ oms list --where >/dev/null 2>&1; echo $?
> 2
> 2
> 2

# A single value given twice
$ oms list -n 1 -n 2 >/dev/null 2>&1; echo $?
$ oms list --sort id --sort likes >/dev/null 2>&1; echo $?
$ oms list --max-price 1 --max-price 2 >/dev/null 2>&1; echo $?
> 2
> 2
> 2

# Messages are ours, not those of a parser library
$ for a in '--task' '-n 1 -n 2' '--format csv --format md' '--width' '--sort id --sort id'; do oms list $a 2>&1 | grep -iE 'at most|required'; done; true

# No field in a condition
$ oms list foo=1
$ oms list 'prams>=7B'
$ oms list 'price_outptu<1'
! oms: error: condition 'foo=1': unknown field 'foo'; 'oms fields' lists all
! oms: error: condition 'prams>=7B': unknown field 'prams'; did you mean 'params'? ('oms fields' lists all)
! oms: error: condition 'price_outptu<1': unknown field 'price_outptu'; did you mean 'price_output'? ('oms fields' lists all)
? 2

# A field alone: most likely the shell took the rest
$ oms list params
$ oms list license
$ oms list created
! oms: error: condition 'params': a field name alone is no condition; write params>=7B and quote it: the shell takes > as redirection
! oms: error: condition 'license': a field name alone is no condition; write license=TEXT and quote it: the shell takes > as redirection
! oms: error: condition 'created': a field name alone is no condition; write created>=2025-06 and quote it: the shell takes > as redirection
? 2

# What really happens without quotes: params >= 7B
$ oms list params >= 7B; echo $?; cat =; ls
> 2
> =
! oms: error: condition 'params': a field name alone is no condition; write params>=7B and quote it: the shell takes > as redirection

# What really happens without quotes: params>=7B
$ oms list params>=7B; echo $?; ls
> 2
> =7B
! oms: error: condition 'params': a field name alone is no condition; write params>=7B and quote it: the shell takes > as redirection

# What really happens without quotes: price_output<=0.5
$ oms list price_output<=0.5; echo $?
> 1
! bash: line 1: =0.5: No such file or directory

# A value or a word alone
$ oms list 7B
$ oms list mistral
$ oms list meta-llama/Llama-2-7b
$ oms list ''
! oms: error: condition '7B': a value alone is no condition; quote the whole condition: 'params>=7B'
! oms: error: condition 'mistral': neither a condition nor a field; write FIELD=VALUE and quote the whole condition: 'params>=7B'; 'oms fields' lists all
! oms: error: condition 'meta-llama/Llama-2-7b': neither a condition nor a field; write FIELD=VALUE and quote the whole condition: 'params>=7B'; 'oms fields' lists all
! oms: error: condition: the value is empty
? 2

# No operator
$ oms list 'params==7B'
$ oms list 'params!7B'
$ oms list 'params>>7B'
$ oms list '>=7B'
$ oms list 'params=>7B'
! oms: error: condition 'params==': '==' is written '=' here
! oms: error: condition 'params!7B': '!' is no operator; write != or !~
! oms: error: condition 'params>>7B': params takes a number (parameters), not '>7B'
! oms: error: condition '>=7B': no field name before '>='; quote the whole condition: 'params>=7B'
! oms: error: condition 'params=>7B': params takes a number (parameters), not '>7B'
? 2

# No value
$ oms list 'params>='
$ oms list 'params=7B,'
$ oms list 'license='
! oms: error: condition 'params>=': a value is missing; missing values are asked for by params=unknown
! oms: error: condition 'params=7B,': a value is missing; missing values are asked for by params=unknown
! oms: error: condition 'license=': a value is missing; missing values are asked for by license=unknown
? 2

# A value of the wrong kind
$ oms list 'params=abc'
$ oms list 'created>yesterday'
$ oms list 'created=2025-02-30'
$ oms list 'osi_approved=maybe'
$ oms list 'license_class=open'
$ oms list 'gated=true'
$ oms list 'price_output<$5'
! oms: error: condition 'params=abc': params takes a number (parameters), not 'abc'
! oms: error: condition 'created>yesterday': created takes a date (2025-06-01, 2025-06 or 2025), not 'yesterday'
! oms: error: condition 'created=2025-02-30': created takes a date (2025-06-01, 2025-06 or 2025), not '2025-02-30'
! oms: error: condition 'osi_approved=maybe': osi_approved takes yes or no, not 'maybe'
! oms: error: condition 'license_class=open': license_class takes one of proprietary, research-only, non-commercial, community, restricted, open-other, osi-copyleft, osi-permissive, not 'open'; did you mean 'open-other'?
! oms: error: condition 'gated=true': gated takes one of manual, auto, yes, no, not 'true'
! oms: error: condition 'price_output<$5': price_output takes a number (USD per 1M tokens), not '$5'
? 2

# An operator of the wrong kind
$ oms list 'params~7'
$ oms list 'name>a'
$ oms list 'osi_approved>no'
$ oms list 'tags<=x'
! oms: error: condition 'params~7': '~' searches texts, and params takes a number (parameters)
! oms: error: condition 'name>a': '>' needs an order, and name takes a text; use = != ~ !~
! oms: error: condition 'osi_approved>no': '>' needs an order, and osi_approved takes yes or no; use = !=
! oms: error: condition 'tags<=x': '<=' needs an order, and tags takes a text; use = != ~ !~
? 2

# A range that is none
$ oms list 'params=13B..7B'
$ oms list 'params=..'
$ oms list 'params>7B..13B'
$ oms list 'created=2025..2024'
! oms: error: condition 'params=13B..7B': the range '13B..7B' runs backwards
! oms: error: condition 'params=..': the range '..' has no end; write LO.., ..HI or LO..HI
! oms: error: condition 'params>7B..13B': the range '7B..13B' goes with = only
! oms: error: condition 'created=2025..2024': the range '2025..2024' runs backwards
? 2

# Lists and unknown go with = and != only
$ oms list 'params>=7B,13B'
$ oms list 'params>unknown'
! oms: error: condition 'params>=7B,13B': '>=' takes one value, not '7B,13B'
! oms: error: condition 'params>unknown': 'unknown' goes with = and != only
? 2

# Numbers out of range
$ oms list 'params>=99999999999B'
$ oms list 'params=0.0000000001B'
$ oms list 'likes=1.5'
! oms: error: condition 'params>=99999999999B': params takes a whole number (parameters) within range, not '99999999999B'
! oms: error: condition 'params=0.0000000001B': params takes a whole number (parameters) within range, not '0.0000000001B'
! oms: error: condition 'likes=1.5': likes takes a whole number (count) within range, not '1.5'
? 2

# A field that holds several metrics cannot be compared
$ oms list 'scores>1'
! oms: error: condition 'scores>1': scores holds several metrics; choose one with --quality and compare quality
? 2

# Control bytes and bytes that are no UTF-8 do not reach the terminal
$ oms list $'na\e[31mme=1'
$ oms list --task $'ch\xffat'
$ oms list --nope$'\e[2J'
$ oms $'\a'
! oms: error: condition 'na�[31mme=1': unknown field 'na�[31mme'; 'oms fields' lists all
! oms: error: unknown task 'ch�at'; did you mean 'chat'? ('oms tasks' lists all)
! oms: error: unknown flag '--nope�[2J'; 'oms list --help' lists all
! oms: error: unknown command '�'; 'oms --help' lists all
? 2

# A long condition is shortened in its message
$ oms list "foo=$(printf 'x%.0s' $(seq 500))" 2>&1 | awk '{ print length < 200 }'
> 1
? 2

# Every mistake is exit 2 with one line on stderr and nothing on stdout
$ for a in nope --nope 'list --task nope' 'list nope' 'list --sort nope' 'list --format nope' 'list --license nope' 'list -n -1' 'list --color nope' 'list --where ('; do oms $a >out 2>err; echo "$? $(wc -c <out) $(wc -l <err)"; done | uniq
> 2 0 1
