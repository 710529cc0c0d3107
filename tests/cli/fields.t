# fields: what can be asked for in conditions, --sort and --fields.

# All fields, in the order of JSON keys, with how many models have a value
$ oms fields
>   FIELD                    TYPE     MODELS  HELP
>   id                       text       6936  repository id on the Hub,
>                                             owner/name; closed models:
>                                             openrouter:vendor/name
>   author                   word       6936  owner of the repository: a user or
>                                             an organization
>   name                     text       6936  the part of the id behind the owner
>   family                   word       5310  model family by name, else that of
>                                             the base model
>   task                     word       5381  the Hub's pipeline tag
>   tasks                    list       5724  pipeline tag, other tasks among the
>                                             tags, and the computed task chat
>   chat                     yes/no     6206  whether it holds conversations,
>                                             computed; null where its tags say
>                                             too little to tell
>   domain                   list        747  subject that the model is tuned for,
>                                             by tags and name
>   languages                list       3191  ISO 639 codes that the card or the
>                                             tags name
>   library                  word       4597  library that loads the model
>   tags                     list       6005  the Hub's tags as they stand
>   status                   choice     6423  whether the Hub still lists the
>                                             model
>   license                  word       5997  license id that the publisher
>                                             declared; null if none
>   license_name             word         30  name that the publisher gave to a
>                                             license without an id
>   license_class            choice     5041  how open the declared license is, in
>                                             eight ordered classes ('oms
>                                             licenses')
>   license_reason           choice     1895  why the license or its class is not
>                                             known
>   license_effective        choice     5137  the class that is left once the
>                                             terms of its base models are passed
>                                             on
>   license_verdict          choice     6936  whether the declared license keeps
>                                             what those of its base models ask
>                                             for
>   osi_approved             yes/no     5040  whether the Open Source Initiative
>                                             approved the license text
>   commercial_use           choice     5041  whether the license allows
>                                             commercial use
>   derivatives_allowed      choice     5041  whether the license allows derived
>                                             models
>   redistribution           choice     5041  whether the license allows passing
>                                             copies on
>   gated                    choice       99  whether the files are handed out
>                                             only after a request
>   created                  date       3546  day the repository was created;
>                                             2022-03-02 stands for older
>   modified                 date       5041  day of the last change to the
>                                             repository
>   downloads                integer    6419  downloads of the last 30 days, as
>                                             the Hub counts them [downloads in 30
>                                             days]
>   downloads_all_time       integer       0  downloads since the Hub began to
>                                             count [downloads]
>   likes                    integer    6646  likes on the Hub [count]
>   trending                 decimal     983  the Hub's trending score [score]
>   params                   integer    3932  total parameters; marked ~ where
>                                             only the name states them
>                                             [parameters]
>   params_inferred          yes/no     3932  true where params was read from the
>                                             name only
>   active_params            integer      98  parameters used for one token, in
>                                             mixtures of experts [parameters]
>   size_bytes               integer       0  weights as stored: safetensors, else
>                                             the GGUF file that the Hub describes
>                                             [bytes]
>   context                  integer     474  longest context the model is made
>                                             for [tokens]
>   architecture             word        420  class that loads the weights; where
>                                             none is told, the type of the model
>   attention                choice      438  kind of attention
>   quantization             word       1939  format or method of a
>                                             reduced-precision copy
>   base_models              list       2760  models it was made from
>   relation                 choice     2760  how it was made from its base models
>   derivatives              integer    6936  models in the catalog that name it
>                                             as a base [models]
>   open_weights             choice      306  whether the full weights are public;
>                                             gated ones are partial
>   open_data                choice     1377  whether the training data is public
>   open_evaluation          choice       31  whether the evaluation code is
>                                             public
>   open_finetuning          choice      211  whether the fine-tuning code is
>                                             public
>   open_metrics             choice       64  whether the training metrics are
>                                             public
>   openness                 integer    1454  how many of the five components are
>                                             known to be open [components of 5]
>   traditional_open_source  yes/no     1609  OSI-approved license and all five
>                                             components open
>   mof_class                choice      160  class in the Model Openness
>                                             Framework; I is the most open
>   osai_score               decimal     182  score in the European Open Source AI
>                                             Index [percent]
>   price_input              decimal     288  price of input tokens in the offer
>                                             shown [USD per 1M tokens]
>   price_output             decimal     288  price of output tokens in the offer
>                                             shown [USD per 1M tokens]
>   price_blended            decimal     288  three parts input and one part
>                                             output price of the offer shown [USD
>                                             per 1M tokens]
>   price_provider           word        288  host of the offer shown: the
>                                             cheapest that is not too old
>   price_source             word        288  where the price stands
>   price_as_of              date        288  day of the price
>   price_old                yes/no      288  true where only quotes exist that
>                                             are over 60 days behind
>   price_min                decimal     288  lowest blended price among the hosts
>                                             [USD per 1M tokens]
>   price_max                decimal     288  highest blended price among the
>                                             hosts [USD per 1M tokens]
>   providers                integer     288  hosts that sell the model by the
>                                             token, old quotes aside [count]
>   available_on             list       1126  hosts that sell the model and
>                                             platforms that offer it;
>                                             azure-huggingface: in Azure's
>                                             Hugging Face collection;
>                                             huggingface-router: the Hub's router
>                                             reaches a host
>   bill                     decimal          what the workload (--in, --out,
>                                             --calls) costs at the offer shown
>                                             [USD for the workload]
>   quality                  decimal          score in the one metric in force
>                                             (--quality) [unit of quality_metric]
>   quality_metric           word             the metric in force
>   quality_as_of            date             day of the score
>   quality_grade            choice           who measured the score
>   scores                   scores     1289  every score known, by metric [value
>                                             by metric]
>   on_frontier              yes/no           whether no other model of the task
>                                             is at least as cheap and as good,
>                                             and better in one
>   folded                   integer          quantized copies that stand behind
>                                             this row [count]
>   revision                 text          0  newest commit of the repository in
>                                             the record
>   as_of                    date       6864  newest day for which the record is
>                                             known to be true
! MODELS: how many of 6936 models have a value; empty where the query computes it

# A price: unit, direction, an example
$ oms fields price_input
> price_input
>   price of input tokens in the offer shown
>   type            decimal  USD per 1M tokens
>   better          lower
>   known for       288 of 6936 models
>   try             oms list 'price_input<=0.5'

# A closed set of words is listed, worst first
$ oms fields license_class
> license_class
>   how open the declared license is, in eight ordered classes ('oms licenses')
>   type            choice
>   words           proprietary, research-only, non-commercial, community,
>                   restricted, open-other, osi-copyleft, osi-permissive
>                   worst first
>   better          higher
>   known for       5041 of 6936 models
>   try             oms list license_class=osi-permissive

# Several fields
$ oms fields id params
> id
>   repository id on the Hub, owner/name; closed models: openrouter:vendor/name
>   type            text
>   known for       6936 of 6936 models
>   try             oms list 'id~TEXT'
>
> params
>   total parameters; marked ~ where only the name states them
>   type            integer  parameters
>   known for       3932 of 6936 models
>   try             oms list params=1M..10M

# A field that the query computes has no count
$ oms fields quality
> quality
>   score in the one metric in force (--quality)
>   type            decimal  unit of quality_metric
>   better          higher
>   known for       computed for each query
>   try             oms list 'quality>=0.5'

# An unknown field is wrong use, with the nearest name
$ oms fields prise_input
$ oms fields zzz
! oms: error: unknown field 'prise_input'; did you mean 'price_input'? ('oms fields' lists all)
! oms: error: unknown field 'zzz'; 'oms fields' lists all
? 2

# One unknown among several: nothing is printed
$ oms fields id zzz
! oms: error: unknown field 'zzz'; 'oms fields' lists all
? 2

# Case does not matter
$ oms fields PRICE_INPUT -q
> price_input

# What a field's page suggests to try works, for every field
$ oms fields $(oms fields -q) | sed -n 's/^  try  *//p' | while read -r try; do bash -c "$try -n 1 -q" > /dev/null 2> err || echo "$try: $(cat err)"; done

# Every field is taken by --fields and, but for scores, by --sort
$ oms fields -q | while read -r field; do oms list -n 1 --fields "$field" > /dev/null 2>&1 || echo "--fields $field"; oms list -n 1 --sort "$field" > /dev/null 2>&1 || echo "--sort $field"; done
> --sort scores

# The count of a field is what FIELD!=unknown finds (not for license, of which unknown is a value)
$ oms fields --json 2>/dev/null | jq -r '.[] | select(.models and .field != "scores" and .field != "license") | "\(.field) \(.models)"' | while read -r field count; do [ "$(oms list --all -n 0 -q "$field!=unknown" | wc -l)" = "$count" ] || echo "$field $count"; done

# JSON of one field is an array
$ oms fields license_class --json
> [
>   {"field": "license_class", "type": "choice", "unit": null, "better": "higher", "words": ["proprietary", "research-only", "non-commercial", "community", "restricted", "open-other", "osi-copyleft", "osi-permissive"], "models": 5041, "help": "how open the declared license is, in eight ordered classes ('oms licenses')"}
> ]

# CSV
$ oms fields price_input license_class --format csv
> field,type,unit,better,words,models,help
> price_input,decimal,USD per 1M tokens,lower,,288,price of input tokens in the offer shown
> license_class,choice,,higher,proprietary;research-only;non-commercial;community;restricted;open-other;osi-copyleft;osi-permissive,5041,"how open the declared license is, in eight ordered classes ('oms licenses')"

# Markdown
$ oms fields price_input --format md
> | FIELD | TYPE | UNIT | BETTER | MODELS | HELP |
> | --- | --- | --- | --- | --: | --- |
> | price_input | decimal | USD per 1M tokens | lower | 288 | price of input tokens in the offer shown |

# A table
$ oms fields price_input license_class --format table
> FIELD          TYPE     UNIT               BETTER  MODELS  HELP
> price_input    decimal  USD per 1M tokens  lower      288  price of input tokens in the offer shown
> license_class  choice   –                  higher    5041  how open the declared license is, in eight ordered classes ('oms licenses')

# -q: names alone, nothing on stderr
$ oms fields -q | head -3
> id
> author
> name

# The fields of the documentation are the fields of the program
$ diff <(oms fields -q) <(sed -n 's/^| `\([a-z_]*\)` .*/\1/p' "$TESTS/../docs/fields.md") && echo same
> same

# 80 columns are enough
$ oms fields --width 80 2>/dev/null | awk 'length > 80'
$ oms fields $(oms fields -q) --width 80 | awk 'length > 80'

# On a terminal
@ pty 80x24
$ oms fields price_input
> \e[1mprice_input\e[0m
>   price of input tokens in the offer shown
>   type            decimal  \e[2mUSD per 1M tokens\e[0m
>   better          lower
>   known for       288 of 6936 models
>   try             oms list 'price_input<=0.5'
