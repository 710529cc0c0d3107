# What completion offers: 'oms complete -- WORDS…' answers the scripts of all shells, the last word
# being the one that is typed.

# Commands
$ oms complete -- ''
> fetch	fill or refresh the cache from the Hub and the price lists
> list	filter, order and print models
> pick	one screen: the best, the cheapest near it, the most open
> rank	models in the order of weighted criteria, and why
> show	all that is known about a model, with sources
> compare	models side by side: license, openness, quality, price, bill
> tree	what a model was made from, and what was made of it
> diff	what changed between two snapshots of the cache
> plot	price against quality with the frontier, or bars of one field
> report	a decision record: figures, licenses, openness, and their sources
> scan	models that code and configuration refer to, with file and line
> tasks	tasks and aliases that --task takes, with counts
> licenses	licenses and classes, or one against the ten OSD criteria
> fields	fields for conditions, --sort and --fields
> sources	where the data comes from, how old it is
> check	license and openness gate for CI
> cache	path, info, verify, clear, import or export of what fetch keeps
> completion	script that completes commands, flags and ids in a shell
> config	settings and saved queries, and where each comes from
> doctor	state of this installation, to paste into a report
> help	on a command or a topic

# Commands and topics behind help
$ oms complete -- help e
> exit-codes	what a command returns
> environment	variables that change what the program does

# Nothing behind a command that does not exist
$ oms complete -- nope ''

# Flags, with their help and what they are without being given
$ oms complete -- list --m
> --min-license-class	at least this open ('oms licenses')
> --max-price	blended, USD per 1M tokens
> --min-quality	in the unit of the metric in force
> --min-params	e.g. 7B
> --max-params	e.g. 13B
> --min-context	tokens, e.g. 128k
> --max-age	exit 3 when the data is older: 90m, 36h, 14d, 2w

# One dash offers short flags, too
$ oms complete -- list - | head -3
> -h	this help
> --help	this help
> -t	task or alias: chat, code, asr, ... ('oms tasks')

# A flag that was given is not offered again, unless it may be repeated
$ oms complete -- list --json --task chat --j
$ oms complete -- list --task chat --ta
> --task	task or alias: chat, code, asr, ... ('oms tasks')

# Tasks and aliases
$ oms complete -- list --task te
$ oms complete -- list -t te | head -1
$ oms complete -- list --task=asr
> text-classification	Text Classification
> text-generation	Text Generation
> text-ranking	Text Ranking
> text-retrieval	Text Retrieval
> text-to-3d	Text-to-3D
> text-to-audio	Text-to-Audio
> text-to-image	Text-to-Image
> text-to-speech	Text-to-Speech
> text-to-video	Text-to-Video
> text-classification	Text Classification
> --task=asr	Speech recognition

# Several with commas; what stands there is not offered again; ! excludes
$ oms complete -- list --task asr,as
$ oms complete -- list --license mit,!apache-2
$ oms complete -- list --license=op
> mit,!apache-2.0
> --license=open	OSI classes and open-other
> --license=open-other	class
> --license=openrail
> --license=openmdw-1.0
> --license=openmdw-1.1
> --license=openrail++

# Licenses by id and class, classes alone
$ oms complete -- list --license osi
$ oms complete -- list --min-license-class osi
$ oms complete -- licenses gpl
$ oms complete -- licenses other:q
$ oms complete -- list --license other
> osi	approved by the Open Source Initiative
> osi-copyleft	class
> osi-permissive	class
> osi-copyleft	class
> osi-permissive	class
> gpl
> gpl-2.0
> gpl-3.0
> other:qwen
> other:qwen-research
> other:qwen-community-2026
> other

# Fields for columns and order, with and without a sign
$ oms complete -- list --fields id,price_
$ oms complete -- list --sort -price_b
$ oms complete -- list --sort downloads,+likes
$ oms complete -- fields trad
$ oms complete -- plot --bars lik
> id,price_input	price of input tokens in the offer shown
> id,price_output	price of output tokens in the offer shown
> id,price_blended	three parts input and one part output price of the offer shown
> id,price_provider	host of the offer shown: the cheapest that is not too old
> id,price_source	where the price stands
> id,price_as_of	day of the price
> id,price_old	true where only quotes exist that are over 60 days behind
> id,price_min	lowest blended price among the hosts
> id,price_max	highest blended price among the hosts
> -price_blended	three parts input and one part output price of the offer shown
> downloads,+likes	likes on the Hub
> traditional_open_source	OSI-approved license and all five components open
> likes	likes on the Hub

# Metrics, families, domains, languages, hosts, components
$ oms complete -- list --quality a | head -2
$ oms complete -- list --family mis
$ oms complete -- list --domain med
$ oms complete -- tree x --domain med
$ oms complete -- list --language ja
$ oms complete -- list --available-on az
$ oms complete -- list --open data,
$ oms complete -- list --library sentence-t
$ oms complete -- list --author allen
$ oms complete -- rank --weights quality=2,pr
> auto	the one for the task
> aa	AA Intelligence Index
> mistral	Mistral
> medical	Medicine
> medical	Medicine
> ja	Japanese
> jav	Javanese
> azure
> azure-huggingface
> data,weights
> data,evaluation
> data,finetuning
> data,metrics
> sentence-transformers
> allenai
> quality=2,price=

# Formats: those of the command
$ oms complete -- list --format ''
$ oms complete -- check --format s
$ oms complete -- compare --format ht
> table	aligned columns for people
> json	one array of objects, typed values
> ndjson	one JSON object a line
> csv	comma-separated values (RFC 4180)
> tsv	tab-separated values
> md	Markdown table
> ids	one model id a line
> sarif	SARIF 2.1.0, for code scanning
> html

# Sources, what is fetched from, and by which ranking
$ oms complete -- sources open-l
$ oms complete -- fetch --only hub,open
$ oms complete -- fetch --by ''
> open-llm-leaderboard
> open-llm-leaderboard-v1
> open-llm-leaderboard-v2
> hub,openrouter
> hub,openevals
> hub,open-llm-leaderboard
> hub,open-asr
> downloads
> likes
> trendingScore

# Actions, colors, shells
$ oms complete -- cache ''
$ oms complete -- list --color ''
$ oms complete -- completion ''
> path	where it is
> info	what is in it and how old
> verify	read all of it
> clear	remove it
> import	copy a cache from or to DIR
> export	copy a cache from or to DIR
> auto
> always
> never
> bash
> zsh
> fish

# Conditions: a field, then what it may be equal to
$ oms complete -- list license_c
$ oms complete -- list license_class=osi
$ oms complete -- list task=automatic,text-to-s
$ oms complete -- list gated=
$ oms complete -- list nope=
> license_class=	how open the declared license is, in eight ordered classes ('oms licenses')
> license_class=osi-copyleft
> license_class=osi-permissive
> task=automatic,text-to-speech
> gated=manual
> gated=auto
> gated=yes
> gated=no
> gated=unknown

# Ids: owners first, then their models, letter case aside
$ oms complete -- show allen | head -3
$ oms complete -- show al
$ oms complete -- show allenai/olmo-2
$ oms complete -- show ALLENAI/olmo-2
$ oms complete -- show mistralai | tail -1
$ oms complete -- compare gpt2 allenai/OLMo-7B-I
> allenai/biomed_roberta_base
> allenai/Bolmo-1B
> allenai/Bolmo-7B
> albert/
> aleksa-codes/
> Aleph-Alpha/
> ales/
> AlfredPros/
> ali-vilab/
> Alibaba-NLP/
> alibaba-pai/
> AlicanKiraz0/
> Alimzhan/
> Alissonerdx/
> allegro/
> allenai/
> almanach/
> Alpha-VLLM/
> alpindale/
> alvanlii/
> alvarobartt/
> alvdansen/
> albert-base-v2	albert/albert-base-v2
> all-distilroberta-v1	sentence-transformers/all-distilroberta-v1
> all-MiniLM-L12-v2	sentence-transformers/all-MiniLM-L12-v2
> all-MiniLM-L6-v2	sentence-transformers/all-MiniLM-L6-v2
> all-mpnet-base-v2	sentence-transformers/all-mpnet-base-v2
> all-roberta-large-v1	sentence-transformers/all-roberta-large-v1
> allenai/OLMo-2-0325-32B
> allenai/OLMo-2-0325-32B-Instruct
> allenai/OLMo-2-0425-1B
> allenai/OLMo-2-0425-1B-Instruct
> allenai/OLMo-2-0425-1B-SFT
> allenai/OLMo-2-1124-13B
> allenai/OLMo-2-1124-13B-Instruct
> allenai/OLMo-2-1124-13B-Instruct-preview
> allenai/OLMo-2-1124-7B
> allenai/OLMo-2-1124-7B-Instruct
> allenai/OLMo-2-1124-7B-Instruct-preview
> allenai/OLMo-2-1124-7B-SFT
> allenai/OLMo-2-0325-32B
> allenai/OLMo-2-0325-32B-Instruct
> allenai/OLMo-2-0425-1B
> allenai/OLMo-2-0425-1B-Instruct
> allenai/OLMo-2-0425-1B-SFT
> allenai/OLMo-2-1124-13B
> allenai/OLMo-2-1124-13B-Instruct
> allenai/OLMo-2-1124-13B-Instruct-preview
> allenai/OLMo-2-1124-7B
> allenai/OLMo-2-1124-7B-Instruct
> allenai/OLMo-2-1124-7B-Instruct-preview
> allenai/OLMo-2-1124-7B-SFT
> mistralai/Voxtral-Small-24B-2507
> allenai/OLMo-7B-Instruct
> allenai/OLMo-7B-Instruct-hf

# Many owners: the most downloaded, and the first and the last
$ oms complete -- show '' | sed -n '1p;2p;$p'
$ [ "$(oms complete -- show m | head -c 1000000 | wc -l)" -le 210 ] && echo few
> 01-ai/Yi-1.5-34B
> sentence-transformers/all-MiniLM-L6-v2
> ZzWater/ViiTorVoice-NAR
> few

# A former or bare name, where no id begins with it
$ oms complete -- show bert-base-un
> bert-base-uncased	google-bert/bert-base-uncased

# Ids of closed models are in the price list
$ oms complete -- show openrouter:openai/gpt-4o-mini
> openrouter:openai/gpt-4o-mini

# The value of --why and --explain is an id
$ oms complete -- rank --why allenai/OLMo-7B-I
$ oms complete -- check --explain allenai/OLMo-7B-I
> allenai/OLMo-7B-Instruct
> allenai/OLMo-7B-Instruct-hf
> allenai/OLMo-7B-Instruct
> allenai/OLMo-7B-Instruct-hf

# Files and folders are the shell's
$ oms complete -- list -o ''
$ oms complete -- check -f m
$ oms complete -- scan ''
$ oms complete -- cache export ''
$ oms complete -- check --locked=
> :files
> :files
> :files
> :folders
> :files

# Numbers and free text are nobody's
$ oms complete -- list --max-price ''
$ oms complete -- list --search ''

# Behind -- there are no flags
$ oms complete -- list -- --ta
$ oms complete -- list -- tas
> task=	the Hub's pipeline tag
> tasks=	pipeline tag, other tasks among the tags, and the computed task chat

# Nothing is offered behind the last argument
$ oms complete -- tree allenai/OLMo-7B ''

# No words at all
$ oms complete --
$ oms complete

# With a cache that cannot be read the bundled catalog answers, and nothing is said
$ mkdir -p cache/snapshots; echo 2026-08-01T000000Z > cache/CURRENT
$ OMS_CACHE_DIR=cache oms complete -- show allenai/OLMo-7B-I
> allenai/OLMo-7B-Instruct
> allenai/OLMo-7B-Instruct-hf

# Fetched ids are completed, too; an index that is missing is not made for that
$ mkdir -p in/hub; echo '[{"id":"acme/rocket-7b","_id":"64b000000000000000000001","pipeline_tag":"text-generation"}]' > in/hub/a.json
$ export OMS_CACHE_DIR=$PWD/cache HF_ENDPOINT=http://127.0.0.1:9; oms fetch --from in --only hub -q
$ oms complete -- show acme
$ rm cache/index/*; oms complete -- show acme; ls cache/index
> acme/rocket-7b

# completion prints a script for each shell, and nothing for others
$ oms completion bash | head -1
$ oms completion zsh | head -1
$ oms completion fish | head -1
$ oms completion bsh
$ oms completion
$ oms completion bash --json
> # Completion of oms for bash, made by 'oms completion bash'.
> #compdef oms
> # Completion of oms for fish, made by 'oms completion fish'.
! oms: error: unknown shell 'bsh'; did you mean 'bash'? (shells are bash, zsh, fish)
! oms: error: shell is required; 'oms completion --help' explains the options
! {"code": "usage", "exit_code": 2, "message": "completion prints a script: it has no other format", "hint": null}
? 2

# -o writes it to a file
$ oms completion fish -o oms.fish && cmp oms.fish <(oms completion fish) && echo same
> same

# The help of completion
$ oms completion --help
> oms completion: script that completes commands, flags and ids in a shell
>
>   oms completion bash > ~/.local/share/bash-completion/completions/oms
>   oms completion zsh > ~/.zfunc/_oms
>   oms completion fish > ~/.config/fish/completions/oms.fish
>
> Arguments and options
>   SHELL                       bash, zsh or fish
>   -h, --help                  this help
>
> Output
>   --format FORMAT             table, json, ndjson, csv, tsv, md or ids
>   --json                      same as --format json
>   -q, --quiet                 ids and no notes
>   -o, --output FILE           write to a file, - for stdout
>   --width N                   columns to fit tables into, 0 = never cut
>   --color WHEN                auto, always or never (default: auto)
>   --no-color                  same as --color never
>   --no-header                 leave the header line out
>   --hyperlinks WHEN           auto, always or never: ids as links (default:
>                               auto)
>   --no-pager                  no pager for what is longer than the screen
>
> Exit codes
>   0    done
>   2    wrong use: flag, condition, unknown task, field or license
>   3    the FILE of -o was not written
>
> Environment
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all
