# Help on commands and topics.

# A topic's page begins with its name
$ for topic in query formats exit-codes environment policy; do oms help $topic | head -1; done
> oms help query: conditions, licenses, order: which models are meant
> oms help formats: what --format takes, and what to rely on
> oms help exit-codes: what a command returns
> oms help environment: variables that change what the program does
> oms help policy: the file that 'oms check' judges by

# The topic query
$ oms help query
> oms help query: conditions, licenses, order: which models are meant
>
> Flags add up: a model has to meet all of them. Values of one flag are
> alternatives, with commas or the flag given again; !x excludes x. Only --open
> asks for all that it names.
>
>   oms list --task chat,code --license '!llama3.1' --max-price 0.5
>   oms list --open data,weights
>
> A condition names any field ('oms fields' lists them). Quote it where it holds
> < or >, which the shell would take for itself.
>
>   'price_output<=0.6'     = != < <= > >= on numbers, dates and ordered words
>   params=7B..13B          from and to; either may be missing: 70B..
>   task=a,b                one of several
>   tags~medical            part of a text, letter case aside
>   'created>2025-06-01'    dates: a year, a month or a day
>   license=unknown         what is not known; != unknown what is
>
> --where takes conditions joined by and, or, not and parentheses.
>
>   oms list --where '(license=mit or license=apache-2.0) and not gated=yes'
>
> A condition on something unknown is neither true nor false. Such models are left
> out and counted in the last line; --unknown shows them, marked, at the end.
>
> --license takes ids, classes ('oms licenses --classes') and three short forms.
>
>   osi           approved by the Open Source Initiative
>   open          osi-permissive, osi-copyleft and open-other
>   commercial    commercial use is allowed to everyone
>
> Ids match what was declared; all others match what is left of it by the terms
> of base models.
>
> --sort takes fields: the better value first, or with -f descending and with +f
> ascending. Unknown values come last both ways, equal ones by id.
>
>   oms list --task asr --sort quality,-downloads
>
> Quantized copies fold into their base model if that is printed, too; --unfold
> keeps them apart. Closed models are printed with --closed only, those that left
> the Hub with --gone only.
>
> @NAME stands for the words of a query that is saved in config.toml or .oms.toml
> ('oms help settings'). A flag beside it replaces the same one of the query,
> conditions of both hold.
>
>   oms list @cheap-chat --max-price 1

# The topic formats
$ oms help formats
> oms help formats: what --format takes, and what to rely on
>
> Results go to stdout, all else to stderr. --format takes one of these;
> --json is short for json, -q for ids without notes.
>
>   table     aligned columns for people
>   json      one array of objects, typed values
>   ndjson    one JSON object a line
>   csv       comma-separated values (RFC 4180)
>   tsv       tab-separated values
>   md        Markdown table
>   ids       one model id a line
>
> Tables fit the terminal. Elsewhere they are as wide as they have to be, or
> COLUMNS or --width wide. Unknown is a dash in tables, null in JSON, empty in
> CSV; a price of zero is 'free'.
>
> JSON is flat and typed: the names of 'oms fields', numbers as numbers, ISO
> dates, USD per 1M tokens. --fields chooses the columns of every format. Keys
> may be added in later versions; those that there are keep name and type. An
> error under --json is one JSON object on stderr.
>
>   oms list --json --fields id,license_class,price_output
>   oms list --task chat --json --envelope    with query, dates and sources
>
> 'oms check' has formats of its own:
>
>   text        findings and verdicts for people
>   json        one object with everything that is known
>   sarif       SARIF 2.1.0, for code scanning
>   junit       JUnit XML, a case for each model and rule
>   github      annotations of a GitHub Actions run
>   gitlab      Code Quality report of GitLab
>   md          Markdown, for a job summary
>   inventory   Markdown table of the models in use
>   cyclonedx   CycloneDX 1.6 ML-BOM
>   ids         the models that fail, one a line

# The topic exit-codes
$ oms help exit-codes
> oms help exit-codes: what a command returns
>
> Of several causes in one 'oms check', 2 beats 3 and 3 beats 1. Who reads the
> output may stop reading: that is success.
>
>   0    done; no match is done too, unless --fail-empty
>   1    the answer is no: unknown model, check failed, nothing found under
>        --fail-empty
>   2    wrong use: flag, condition, unknown task, field or license
>   3    no usable data: cache damaged or too old (--max-age), a file not written,
>        a checked model that is not in the catalog
>   4    network: no connection, offline switch, wrong token
>   130  interrupted
>
> 'oms COMMAND --help' says what they mean there.

# The topic settings
$ oms help settings
> oms help settings: files of settings, and saved queries
>
> Flags beat variables, these the project's .oms.toml (of the working folder or
> the nearest one above it, up to a folder with .git), that beats your own
> ~/.config/oms/config.toml, and that the defaults. 'oms config --show-origin'
> says who decided. A mistake in a file is exit 2; OMS_NO_CONFIG=1 reads none.
>
>   color = "never"               above the first section
>   [list]
>   fields = ["id", "license"]     on a terminal only
>   [query]
>   cheap = "--task chat --license osi --max-price 0.5"    for 'oms list @cheap'
>
> In both files, as saved queries:
>
>   list.format           How list prints (a format of 'oms help formats')
>   list.fields           The columns of list (a list of fields)
>   list.sort             The order of list (a list of fields, each perhaps behind
>                         + or -)
>   list.limit            How many rows list prints (a number of rows, 0 = all)
>   price.ratio           Input to output tokens of the blended price (input to
>                         output as in 3:1)
>   workload.in           Input tokens a call: prices become the bill of this
>                         workload (tokens a call)
>   workload.out          Output tokens a call (tokens a call)
>   workload.calls        Calls in the period of the bill (a number of calls)
>   workload.cache_hit    Share of the input that is read from the host's cache (a
>                         share of the input: 0.5, "50%")
>
> In your own file alone:
>
>   color                 Colors on a terminal (auto or never)
>   hyperlinks            Ids as links on a terminal (auto or never)
>   pager                 What shows output longer than the screen; "" or cat:
>                         nothing does (a command)
>   max_age               Exit 3 when the data is older (an age: 36h, 14d, 2w)
>   offline               No request at all: fetch ends with exit 4 (true or
>                         false)
>   endpoint              The Hub that fetch asks (an address)
>   fetch.only            Sources that fetch asks, in place of its usual ones (a
>                         list of sources)

# The topic environment
$ oms help environment
> oms help environment: variables that change what the program does
>
> Where files are:
>
>   HOME                              holds .cache/oms and .config/oms
>   OMS_CACHE_DIR                     the cache; else $XDG_CACHE_HOME/oms,
>                                     ~/.cache/oms
>   OMS_NO_CONFIG                     not empty: config.toml and .oms.toml are not
>                                     read
>   XDG_CACHE_HOME                    holds oms/, the cache
>   XDG_CONFIG_HOME                   absolute: holds oms/, settings; else
>                                     ~/.config
>
> How the output looks; a flag beats them:
>
>   CLICOLOR_FORCE                    not 0: colors also without a terminal
>   COLUMNS                           width of tables where no terminal tells it
>   FORCE_COLOR                       as CLICOLOR_FORCE
>   LANG                              read after LC_ALL and LC_CTYPE
>   LC_ALL                            UTF-8 in it: Unicode symbols, else plain
>                                     ASCII
>   LC_CTYPE                          read after LC_ALL
>   NO_COLOR                          not empty: no colors
>   OMS_PAGER                         command for what is longer than the screen;
>                                     empty: none
>   PAGER                             read where OMS_PAGER is not set; else less
>   TERM                              dumb: no colors and no links
>
> What 'oms fetch' and 'oms check --refresh' download:
>
>   ARTIFICIAL_ANALYSIS_API_KEY       your key for --only artificial-analysis
>   HF_ENDPOINT                       another Hub: scheme, host and perhaps a
>                                     prefix
>   HF_HOME                           where the file 'token' is, else
>                                     ~/.cache/huggingface
>   HF_HUB_DISABLE_IMPLICIT_TOKEN     1: send no token
>   HF_HUB_DISABLE_PROGRESS_BARS      1: plain lines in place of one that moves
>   HF_HUB_OFFLINE                    1: no request at all, exit 4
>   HF_TOKEN                          token for the Hub, sent to it alone
>   HF_TOKEN_PATH                     the file that holds it
>   HTTPS_PROXY                       proxy for https
>   HTTP_PROXY                        proxy for http (as http_proxy)
>   HUGGING_FACE_HUB_TOKEN            former name of HF_TOKEN
>   NO_PROXY                          hosts that no proxy is asked for
>   OMS_ARTIFICIAL_ANALYSIS_ENDPOINT  another address of that source
>   OMS_DATASETS_SERVER_ENDPOINT      another address of the Hub's tables
>   OMS_OPENROUTER_ENDPOINT           another address of that source
>   OMS_OPEN_ASR_ENDPOINT             another address of that source
>   OMS_ROUTER_ENDPOINT               another address of that source
>   TRANSFORMERS_OFFLINE              as HF_HUB_OFFLINE
>
> To repeat a result, and for tests:
>
>   OMS_NOW                           the time from which ages count
>   OMS_RETRY_UNIT_MS                 how long a second of waiting lasts

# The topic policy names every key of the policy
$ oms help policy | head -40
$ oms check --init -o policy.toml; for key in $(sed -nE 's/^#?([a-z_0-9]+) = .*/\1/p' policy.toml | sort -u); do oms help policy | grep -qE "^  $key( |$)" || echo "missing: $key"; done
> oms help policy: the file that 'oms check' judges by
>
> 'oms check' reads oms-policy.toml of the current directory, or the file of
> --policy. It is TOML; an unknown key, class or rule is an error (exit 2).
>
>   oms check --init -o oms-policy.toml    a file to begin with
>   oms check --scan src --policy oms-policy.toml
>
> The file itself:
>
>   version                   Version of this format
>   extends                   A policy that holds here too; its path is relative
>                             to this file. Here it can only be tightened, and
>                             waivers and clarifications stand there alone
>   extends_sha256            SHA-256 of that file, so that nobody exchanges it;
>                             an error prints the actual one
>   mode                      audit reports all findings and lets the check pass;
>                             missing data still fails (audit, enforce)
>   enforce_from              Before this day the mode is audit
>
> [license] The license class, as it is after what base models pass on:
>
>   min_class                 The least class that passes. With allow, one of the
>                             two is enough (proprietary, research-only,
>                             non-commercial, community, restricted, open-other,
>                             osi-copyleft, osi-permissive)
>   allow                     Licenses and classes that pass. An id passes as long
>                             as no base model makes the class worse than that of
>                             the license
>   deny                      Licenses and classes that never pass, also where a
>                             base model passes them on
>   require_osi               Only licenses that the Open Source Initiative
>                             approved
>   commercial_use            Whether commercial use must be allowed: yes, or
>                             conditional-ok where it has conditions (any,
>                             conditional-ok, yes)
>   on_unknown                A license that is not declared, or that nobody can
>                             tell the class of (allow, warn, fail)
>   on_disagreement           A model card that names two licenses of different
>                             classes; the stricter one is judged (allow, warn,
! wrote oms-policy.toml; 'oms check ID' judges by it

# What is no command and no topic is wrong use, with the nearest one
$ oms help qeury
$ oms help lsit
$ oms help nope
! oms: error: no help on 'qeury'; did you mean 'query'? ('oms --help' lists commands and topics)
! oms: error: no help on 'lsit'; did you mean 'list'? ('oms --help' lists commands and topics)
! oms: error: no help on 'nope'; 'oms --help' lists commands and topics
? 2

# Such an error is JSON under --json
$ oms help nope --json
! {"code": "usage", "exit_code": 2, "message": "no help on 'nope'", "hint": "'oms --help' lists commands and topics"}
? 2

# Every page fits 80 columns
$ for page in query formats exit-codes environment policy $(oms --help | awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on { print $1 }'); do oms help "$page"; done | awk 'length > 80'

# The examples of the topics work
$ printf '[query]\ncheap-chat = "--task chat --license osi"\n' > .oms.toml
$ for topic in query formats settings policy; do oms help $topic; done | grep '^  oms ' | sed 's/    with query.*//; s/    a file to.*//' > examples
$ mkdir src; echo "m = AutoModel.from_pretrained('allenai/OLMo-7B')" > src/m.py; while read -r example; do bash -o pipefail -c "$example" > /dev/null 2> err || echo "$example: $(cat err)"; done < examples

# Every command says what it is for, gives examples first, and tells exit codes and environment
$ for command in $(oms --help | awk '/^Commands/ { on = 1; next } /^$/ { on = 0 } on { print $1 }'); do oms $command --help > text; sed -n 3p text | grep -q "^  oms $command" && grep -q '^Exit codes$' text && grep -q '^  0 ' text && grep -q '^  2 ' text && grep -q '^Environment$' text || echo "$command"; done

# What a flag is without being given stands behind its help
$ oms list --help | grep -B1 'default:'
$ oms tree --help | grep -E -e '--(depth|limit) '
>   --min-quality N             in the unit of the metric in force
>   --quality METRIC            metric in force (default: auto)
> --
>   --out N                     output tokens a call, e.g. 1k
>   --calls N                   calls in the period of the bill (default: 1)
> --
>                               e.g. 0.5
>   --ratio IN:OUT              input to output of the blended price (default:
> --
>   -s, --sort FIELDS           fields, best first; -f descending, +f ascending
>                               (default: downloads)
>   --fields FIELDS             columns to print ('oms fields')
>   -n, --limit N               rows, 0 = all (default: 20)
> --
>   --width N                   columns to fit tables into, 0 = never cut
>   --color WHEN                auto, always or never (default: auto)
> --
>   --no-header                 leave the header line out
>   --hyperlinks WHEN           auto, always or never: ids as links (default:
>   --depth N                   levels of derivatives; 0 = all (default: 3)
>   -n, --limit N               derivatives of one model; 0 = all (default: 10)

# Arguments by place: one that is needed, several, one that may be missing
$ oms tree --help | grep '^  ID'
$ oms show --help | grep '^  ID'
$ oms cache --help | grep '^  \[DIR'
>   ID                          owner/name, a former or bare name, or an
>   ID...                       owner/name, a former or bare name, or an
>   [DIR]                       for import and export

# The help of check
$ oms check --help
> oms check: license and openness gate for CI
>
>   oms check allenai/OLMo-7B --policy oms-policy.toml
>   oms check -f models.txt --format github
>   oms scan src | oms check -f - --strict
>
> Arguments and options
>   [ID...]                     owner/name or an alias, with @REVISION; - for
>                               stdin
>   -h, --help                  this help
>
> What to check
>   -f, --file FILE             one id a line, # comments, or lines of 'oms scan';
>                               - for stdin
>   --scan PATH                 the models that files refer to
>   --exclude GLOB              with --scan: leave out what this pattern of
>                               .gitignore fits
>   --no-ignore                 with --scan: also read what .gitignore leaves out
>   --allow-empty               no model at all passes
>
> By what
>   --policy FILE               the policy (default: oms-policy.toml, if it is
>                               there)
>   --init                      write a policy to begin with
>   --strict                    warnings fail, and what a scan could not read
>   --baseline FILE             findings in it do not fail
>   --write-baseline FILE       write what fails now
>   --explain ID                every step to the verdict on one model
>
> On what data
>   --lock FILE                 write the facts; if it is there, changes fail
>   --update-lock               write the lock anew
>   --locked[=FILE]             judge from a lock alone: =FILE, else oms.lock
>   --refresh                   fetch the models and their bases first
>
> Age of the data
>   --max-age AGE               exit 3 when the data is older: 90m, 36h, 14d, 2w
>
> Output
>   --format FORMAT             text, json, sarif, junit, github, gitlab, md,
>                               inventory, cyclonedx or ids
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
>   0    every model passes
>   1    a model breaks the policy
>   2    wrong use: a flag, or a policy that cannot be read
>   3    no usable data: a model that is not in the catalog, cache damaged or
>        older than --max-age, a file that cannot be read or written
>   4    network, under --refresh
>
> Environment
>   HF_ENDPOINT                 another Hub: scheme, host and perhaps a prefix
>   HF_HUB_OFFLINE              1: no request at all, exit 4
>   HF_TOKEN                    token for the Hub, sent to it alone
>   OMS_CACHE_DIR               the cache; else $XDG_CACHE_HOME/oms, ~/.cache/oms
>   NO_COLOR, COLUMNS, ...      'oms help environment' explains all
