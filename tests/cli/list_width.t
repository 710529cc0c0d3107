# Width, colors and symbols, on and off a terminal.

# Not on a terminal the table is never cut
$ oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 2>/dev/null
> MODEL                                                        LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2  apache-2.0    118M       –        –        –
> Qwen/Qwen3-8B                                                apache-2.0   8.19B   0.117    0.455        –
> mistralai/Mistral-7B-Instruct-v0.3                           apache-2.0   7.25B   0.20*    0.20*        –

# --width 80 cuts ids in the middle, never numbers
$ oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 --width 80 2>/dev/null
> MODEL                               LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> sentence-transfor…al-MiniLM-L12-v2  apache-2.0    118M       –        –        –
> Qwen/Qwen3-8B                       apache-2.0   8.19B   0.117    0.455        –
> mistralai/Mistral-7B-Instruct-v0.3  apache-2.0   7.25B   0.20*    0.20*        –

# --width 40 leaves out columns from the right
$ oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 --width 40 2>/dev/null
> MODEL                         LICENSE
> sentence-trans…MiniLM-L12-v2  apache-2.0
> Qwen/Qwen3-8B                 apache-2.0
> mistralai/Mist…Instruct-v0.3  apache-2.0

# --width 200 adds columns as long as they fit whole
$ oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 --width 200 2>/dev/null
> MODEL                                                        LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY  CONTEXT  TASK                 DOWNLOADS  CLASS           PROVIDER    OPENNESS  MODIFIED
> sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2  apache-2.0    118M       –        –        –      512  sentence-similarity        46M  osi-permissive  –                  –  2026-01-28
> Qwen/Qwen3-8B                                                apache-2.0   8.19B   0.117    0.455        –     128k  text-generation          16.7M  osi-permissive  openrouter         –  2025-07-26
> mistralai/Mistral-7B-Instruct-v0.3                           apache-2.0   7.25B   0.20*    0.20*        –        –  –                        5.59M  osi-permissive  together           1  2025-12-03

# --width 0 is never cut and adds nothing
$ cmp <(oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 2>/dev/null) <(oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 --width 0 2>/dev/null)

# No line is wider than --width
$ for w in 1 2 7 23 24 25 39 40 41 60 79 80 100 137 160 200 400; do test $(oms list --width $w 2>/dev/null | wc -L) -le $w || echo $w; done
$ for w in 1 10 30 50 90; do test $(oms list --width $w --fields tags,id,languages,price_output 2>/dev/null | wc -L) -le $w || echo $w; done

# Wide characters take two columns
$ oms list id=QuantTrio/Qwen3-Coder-30B-A3B-Instruct-AWQ,facebook/DepthLM --fields tags,id --width 110 2>/dev/null
$ oms list id=QuantTrio/Qwen3-Coder-30B-A3B-Instruct-AWQ tags=量化修复 --fields id,tags --format csv 2>/dev/null | grep -o 量化修复
> TAGS                                                                                  MODEL
> transformers,safetensors,qwen3_moe,text-generation,AWQ,量化修复,vLLM,conversational…  QuantTrio/Qw…nstruct-AWQ
> transformers,safetensors,llava,image-text-to-text,<relevant tags to be included in …  facebook/DepthLM
> 量化修复

# --width cuts the columns of --fields too
$ oms list id=openai/gpt-oss-120b --fields id,tags,price_output --width 50 2>/dev/null
> MODEL                TAGS                  OUT $/M
> openai/gpt-oss-120b  transformers,safete…     0.17

# COLUMNS sets the width where there is no terminal; --width goes before it
$ cmp <(COLUMNS=40 oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 2>/dev/null) <(oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 --width 40 2>/dev/null)
$ cmp <(COLUMNS=40 oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 --width 80 2>/dev/null) <(oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 --width 80 2>/dev/null)

# A COLUMNS that is no width counts as none
$ for v in '' 0 -3 wide; do COLUMNS=$v oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 2>/dev/null | cmp - <(oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 2>/dev/null); done

# Width changes tables only
$ for f in csv md json ids; do cmp <(oms list --format $f -n 3 --fields id,tags --width 20 2>/dev/null) <(oms list --format $f -n 3 --fields id,tags 2>/dev/null); done

# A width that is no number is an error
$ oms list --width x
$ oms list --width -1
$ oms list --width 99999999999999999999
! oms: error: --width takes a number of columns, not 'x'
! oms: error: --width takes a number of columns, not '-1'
! oms: error: --width takes a number of columns, not '99999999999999999999'
? 2

# A terminal of 80 columns: ids cut, colors, notes in lines
@ pty 80x24
$ oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3
> \e[1mMODEL\e[0m                               \e[1mLICENSE\e[0m     \e[1mPARAMS\e[0m  \e[1mIN $/M\e[0m  \e[1mOUT $/M\e[0m  \e[1mQUALITY\e[0m
> \e]8;;https://huggingface.co/sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2\e\sentence-transfor…al-MiniLM-L12-v2\e]8;;\e\  apache-2.0    118M       \e[2m–\e[0m        \e[2m–\e[0m        \e[2m–\e[0m
> \e]8;;https://huggingface.co/Qwen/Qwen3-8B\e\Qwen/Qwen3-8B\e]8;;\e\                       apache-2.0   8.19B   0.117    0.455        \e[2m–\e[0m
> \e]8;;https://huggingface.co/mistralai/Mistral-7B-Instruct-v0.3\e\mistralai/Mistral-7B-Instruct-v0.3\e]8;;\e\  apache-2.0   7.25B   \e[33m0.20*\e[0m    \e[33m0.20*\e[0m        \e[2m–\e[0m
> * older quote, of 2026-02-26
> what does not fit is cut: --width 0 prints all of it
> 3 of 3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# A terminal of 200 columns: more columns
@ pty 200x50
$ oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3
> \e[1mMODEL\e[0m                                                        \e[1mLICENSE\e[0m     \e[1mPARAMS\e[0m  \e[1mIN $/M\e[0m  \e[1mOUT $/M\e[0m  \e[1mQUALITY\e[0m  \e[1mCONTEXT\e[0m  \e[1mTASK\e[0m                 \e[1mDOWNLOADS\e[0m  \e[1mCLASS\e[0m           \e[1mPROVIDER\e[0m    \e[1mOPENNESS\e[0m  \e[1mMODIFIED\e[0m
> \e]8;;https://huggingface.co/sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2\e\sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2\e]8;;\e\  apache-2.0    118M       \e[2m–\e[0m        \e[2m–\e[0m        \e[2m–\e[0m      512  sentence-similarity        46M  osi-permissive  \e[2m–\e[0m                  \e[2m–\e[0m  2026-01-28
> \e]8;;https://huggingface.co/Qwen/Qwen3-8B\e\Qwen/Qwen3-8B\e]8;;\e\                                                apache-2.0   8.19B   0.117    0.455        \e[2m–\e[0m     128k  text-generation          16.7M  osi-permissive  openrouter         \e[2m–\e[0m  2025-07-26
> \e]8;;https://huggingface.co/mistralai/Mistral-7B-Instruct-v0.3\e\mistralai/Mistral-7B-Instruct-v0.3\e]8;;\e\                           apache-2.0   7.25B   \e[33m0.20*\e[0m    \e[33m0.20*\e[0m        \e[2m–\e[0m        \e[2m–\e[0m  \e[2m–\e[0m                        5.59M  osi-permissive  together           1  2025-12-03
> * older quote, of 2026-02-26
> 3 of 3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# A terminal of 40 columns
@ pty 40x20
$ oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 --color never
> MODEL                         LICENSE
> \e]8;;https://huggingface.co/sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2\e\sentence-trans…MiniLM-L12-v2\e]8;;\e\  apache-2.0
> \e]8;;https://huggingface.co/Qwen/Qwen3-8B\e\Qwen/Qwen3-8B\e]8;;\e\                 apache-2.0
> \e]8;;https://huggingface.co/mistralai/Mistral-7B-Instruct-v0.3\e\mistralai/Mist…Instruct-v0.3\e]8;;\e\  apache-2.0
> * older quote, of 2026-02-26
> what does not fit is cut: --width 0 prints all of it
> 3 of 3
> bundled records of 2025-03 to 2026-08
> prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# No note is wider than the terminal: a long one goes on in the next line
@ pty 80x24
$ oms list id=allenai/OLMo-7B,mistralai/Mistral-7B-v0.1,facebook/opt-125m,google/electra-base-discriminator --task text-generation --license osi --max-price 0.5 --color never
> no model matches
> 0 of 0 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: no source for this task
> left out as unknown: task 1, license 1, price 2 (--unknown)

# The terminal wins over COLUMNS
@ pty 80x24
$ COLUMNS=40 oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 --color never
> MODEL                               LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> \e]8;;https://huggingface.co/sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2\e\sentence-transfor…al-MiniLM-L12-v2\e]8;;\e\  apache-2.0    118M       –        –        –
> \e]8;;https://huggingface.co/Qwen/Qwen3-8B\e\Qwen/Qwen3-8B\e]8;;\e\                       apache-2.0   8.19B   0.117    0.455        –
> \e]8;;https://huggingface.co/mistralai/Mistral-7B-Instruct-v0.3\e\mistralai/Mistral-7B-Instruct-v0.3\e]8;;\e\  apache-2.0   7.25B   0.20*    0.20*        –
> * older quote, of 2026-02-26
> what does not fit is cut: --width 0 prints all of it
> 3 of 3 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# On a terminal -o writes a table that is neither cut nor colored
@ pty 60x24
$ oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,Qwen/Qwen3-8B,mistralai/Mistral-7B-Instruct-v0.3 -o f >/dev/null 2>&1; cat f
> MODEL                                                        LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2  apache-2.0    118M       –        –        –
> Qwen/Qwen3-8B                                                apache-2.0   8.19B   0.117    0.455        –
> mistralai/Mistral-7B-Instruct-v0.3                           apache-2.0   7.25B   0.20*    0.20*        –

# NO_COLOR, if not empty, turns colors off
@ pty 80x24
$ NO_COLOR=1 oms list -n 1 --fields id,license id=Qwen/Qwen3-8B
> MODEL          LICENSE
> \e]8;;https://huggingface.co/Qwen/Qwen3-8B\e\Qwen/Qwen3-8B\e]8;;\e\  apache-2.0
> 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# An empty NO_COLOR does not
@ pty 80x24
$ NO_COLOR= oms list -n 1 --fields id,license id=Qwen/Qwen3-8B
> \e[1mMODEL\e[0m          \e[1mLICENSE\e[0m
> \e]8;;https://huggingface.co/Qwen/Qwen3-8B\e\Qwen/Qwen3-8B\e]8;;\e\  apache-2.0
> 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# TERM=dumb turns colors off
@ pty 80x24
$ TERM=dumb oms list --fields id,license id=Qwen/Qwen3-8B
> MODEL          LICENSE
> Qwen/Qwen3-8B  apache-2.0
> 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# --color never and --no-color turn colors off
@ pty 80x24
$ oms list --fields id id=Qwen/Qwen3-8B --color never
$ oms list --fields id id=Qwen/Qwen3-8B --no-color
> MODEL
> \e]8;;https://huggingface.co/Qwen/Qwen3-8B\e\Qwen/Qwen3-8B\e]8;;\e\
> 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415
> MODEL
> \e]8;;https://huggingface.co/Qwen/Qwen3-8B\e\Qwen/Qwen3-8B\e]8;;\e\
> 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14
> quality: Arena text, 2025-12-11, 111 of 2415

# --color always colors a pipe; what is unknown, old, inferred or free has a color besides its sign
$ oms list id=mistralai/Mistral-7B-Instruct-v0.3,allenai/OLMo-7B --fields id,params,price_output --color always 2>/dev/null
> \e[1mMODEL\e[0m                               \e[1mPARAMS\e[0m  \e[1mOUT $/M\e[0m
> mistralai/Mistral-7B-Instruct-v0.3   7.25B    \e[33m0.20*\e[0m
> allenai/OLMo-7B                        \e[33m~7B\e[0m        \e[2m–\e[0m

# CLICOLOR_FORCE colors a pipe unless it is 0
$ CLICOLOR_FORCE=1 oms list --fields id id=Qwen/Qwen3-8B 2>/dev/null
$ CLICOLOR_FORCE=0 oms list --fields id id=Qwen/Qwen3-8B 2>/dev/null
$ CLICOLOR_FORCE=1 NO_COLOR=1 oms list --fields id id=Qwen/Qwen3-8B 2>/dev/null
> \e[1mMODEL\e[0m
> Qwen/Qwen3-8B
> MODEL
> Qwen/Qwen3-8B
> MODEL
> Qwen/Qwen3-8B

# --color goes before the environment
$ NO_COLOR=1 oms list --fields id id=Qwen/Qwen3-8B --color always 2>/dev/null
$ CLICOLOR_FORCE=1 oms list --fields id id=Qwen/Qwen3-8B --color never 2>/dev/null
> \e[1mMODEL\e[0m
> Qwen/Qwen3-8B
> MODEL
> Qwen/Qwen3-8B

# Only tables have colors
$ for f in csv tsv md json ndjson ids; do oms list id=Qwen/Qwen3-8B --fields id --format $f --color always 2>/dev/null | grep -c $'\e'; done | uniq; true
> 0

# A color that is no word of the three is an error
$ oms list --color purple
$ oms list --color ''
! oms: error: --color takes auto, always or never, not 'purple'
! oms: error: --color: the value is empty
? 2

# Outside of UTF-8 symbols are ASCII
$ LC_ALL=C oms list id=sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2,allenai/OLMo-7B --width 80
> MODEL                               LICENSE     PARAMS  IN $/M  OUT $/M  QUALITY
> sentence-transfo...l-MiniLM-L12-v2  apache-2.0    118M       -        -        -
> allenai/OLMo-7B                     apache-2.0     ~7B       -        -        -
! ~ read from the model's name
! what does not fit is cut: --width 0 prints all of it
! 2 of 2 | bundled records of 2025-03 to 2026-08 | prices 2026-08-14 | quality: Arena text, 2025-12-11, 111 of 2415

# LC_ALL goes before LC_CTYPE, LC_CTYPE before LANG
$ LC_ALL=C LANG=C.UTF-8 oms list id=allenai/OLMo-7B --fields price_output --no-header 2>/dev/null
$ LC_ALL= LC_CTYPE=C LANG=C.UTF-8 oms list id=allenai/OLMo-7B --fields price_output --no-header 2>/dev/null
$ LC_ALL= LC_CTYPE=en_US.utf8 LANG=C oms list id=allenai/OLMo-7B --fields price_output --no-header 2>/dev/null
$ env -u LC_ALL LANG=en_US.UTF-8 oms list id=allenai/OLMo-7B --fields price_output --no-header 2>/dev/null
$ env -u LC_ALL oms list id=allenai/OLMo-7B --fields price_output --no-header 2>/dev/null
> -
> -
> –
> –
> -

# Outside of UTF-8 no command prints a byte that is not ASCII
$ export LC_ALL=C; for a in --help '' 'list --help' 'show --help' 'tasks --help' 'list -n 3' 'tasks' 'fields' 'licenses --help' 'sources --help' 'fields --help' 'doctor --help' 'list --task nope' 'list params'; do oms $a 2>&1 | grep -q '[^ -~]' && echo "oms $a"; done; true
