# overrides.json: what the user knows better than the catalog.

# A license that the user states is shown with source, date and the evidence user
$ mkdir -p $XDG_CONFIG_HOME/oms; echo '{"facts":[{"model":"allenai/OLMo-7B","field":"license","value":"cc-by-nc-4.0","source":"a letter","as_of":"2026-08-01"}]}' > $XDG_CONFIG_HOME/oms/overrides.json
$ oms show allenai/OLMo-7B --json | jq -c '.license, .license_class, .commercial_use, .osi_approved, (.facts[] | select(.field == "license" or .field == "license_class"))'
$ oms list id=allenai/OLMo-7B license_class=non-commercial -q
$ oms show allenai/OLMo-7B --width 80 | grep -i -A3 '^License'
> "cc-by-nc-4.0"
> "non-commercial"
> "no"
> false
> {"field":"license","value":"cc-by-nc-4.0","source":"a letter","as_of":"2026-08-01","evidence":"user"}
> {"field":"license_class","value":"non-commercial","source":"license table: cc-by-nc-4.0","as_of":"2026-08-01","evidence":"user"}
> allenai/OLMo-7B
> License
>   declared        cc-by-nc-4.0, Creative Commons Attribution Non Commercial 4.0
>                   user 2026-08-01, a letter
>   class           non-commercial: personal and other non-commercial use only

# Parts of openness follow it, and so does what is made of them
$ mkdir -p $XDG_CONFIG_HOME/oms; echo '{"facts":[{"model":"allenai/OLMo-7B","field":"open_data","value":"closed","source":"an audit","as_of":"2026-08-01"}]}' > $XDG_CONFIG_HOME/oms/overrides.json
$ oms show allenai/OLMo-7B --json | jq -c '.open_data, .openness, .traditional_open_source, (.facts[] | select(.field == "open_data"))'
> "closed"
> 4
> false
> {"field":"open_data","value":"closed","source":"an audit","as_of":"2026-08-01","evidence":"user"}

# A price is the only offer of its model
$ mkdir -p $XDG_CONFIG_HOME/oms; echo '{"facts":[{"model":"openai/gpt-oss-120b","field":"price_input","value":0.01,"source":"own hosting","as_of":"2026-08-20"},{"model":"openai/gpt-oss-120b","field":"price_output","value":0.02,"source":"own hosting","as_of":"2026-08-20"}]}' > $XDG_CONFIG_HOME/oms/overrides.json
$ oms list id=openai/gpt-oss-120b --format csv --fields id,price_input,price_output,price_blended,price_provider,price_source,price_as_of,providers
> id,price_input,price_output,price_blended,price_provider,price_source,price_as_of,providers
> openai/gpt-oss-120b,0.01,0.02,0.0125,user,own hosting,2026-08-20,1
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-20 · quality: Arena text, 2025-12-11, 111 of 2415

# Sizes
$ mkdir -p $XDG_CONFIG_HOME/oms; echo '{"facts":[{"model":"allenai/OLMo-7B","field":"context","value":4096,"source":"the card","as_of":"2026-08-20"},{"model":"allenai/olmo-7b","field":"params","value":7000000000,"source":"the card","as_of":"2026-08-20"}]}' > $XDG_CONFIG_HOME/oms/overrides.json
$ oms list id=allenai/OLMo-7B --format csv --fields id,context,params
> id,context,params
> allenai/OLMo-7B,4096,7000000000
! 1 of 1 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# check judges by it and says so in every format
$ mkdir -p $XDG_CONFIG_HOME/oms; echo '{"facts":[{"model":"allenai/OLMo-7B","field":"license","value":"cc-by-nc-4.0","source":"a letter","as_of":"2026-08-01"}]}' > $XDG_CONFIG_HOME/oms/overrides.json
$ printf '[license]\nmin_class = "open-other"\n' > oms-policy.toml
$ oms check allenai/OLMo-7B
$ for f in text json sarif junit github gitlab md; do printf "$f "; oms check allenai/OLMo-7B --format $f 2>/dev/null | grep -c 'overrides.json'; done
$ oms check allenai/OLMo-7B --json | jq -c '.models[0].evidence'
> error[license.class]: allenai/OLMo-7B
>   cc-by-nc-4.0 is non-commercial; the policy asks for at least open-other
>
> note[data.override]: allenai/OLMo-7B
>   overrides.json states its license
>
> VERDICT  MODEL            LICENSE       CLASS
> FAIL     allenai/OLMo-7B  cc-by-nc-4.0  non-commercial
>
> 1 model: 1 failed · 1 error, 1 note
> text 1
> json 1
> sarif 2
> junit 1
> github 1
> gitlab 1
> md 1
> "user"
? 1

# A lock keeps what the user stated, and the note with it
$ mkdir -p $XDG_CONFIG_HOME/oms; echo '{"facts":[{"model":"allenai/OLMo-7B","field":"license","value":"cc-by-nc-4.0","source":"a letter","as_of":"2026-08-01"}]}' > $XDG_CONFIG_HOME/oms/overrides.json
$ oms check allenai/OLMo-7B --lock oms.lock -q 2>/dev/null; rm $XDG_CONFIG_HOME/oms/overrides.json; oms check allenai/OLMo-7B --locked 2>/dev/null
> note[data.override]: allenai/OLMo-7B
>   overrides.json states its license
>
> VERDICT  MODEL            LICENSE       CLASS
> pass     allenai/OLMo-7B  cc-by-nc-4.0  non-commercial
>
> 1 model: 1 passed · 1 note · audit: findings do not fail

# A closed model's price can be stated, too
$ mkdir -p $XDG_CONFIG_HOME/oms; oms list --closed openness=0 -q -n 1 id~gpt-5 > id; echo '{"facts":[{"model":"'$(cat id)'","field":"price_input","value":0.5,"source":"our contract","as_of":"2026-08-20"}]}' > $XDG_CONFIG_HOME/oms/overrides.json
$ oms list --closed id=$(cat id) --format csv --fields id,price_input,price_output,price_source 2>/dev/null
> id,price_input,price_output,price_source
> openrouter:openai/gpt-5,0.5,,our contract

# A base's license that the user states is named with the base
$ mkdir -p $XDG_CONFIG_HOME/oms; echo '{"facts":[{"model":"mistralai/Mistral-7B-v0.1","field":"license","value":"cc-by-nc-4.0","source":"a letter","as_of":"2026-08-01"}]}' > $XDG_CONFIG_HOME/oms/overrides.json
$ oms check BioMistral/BioMistral-7B
> warning[lineage.review]: BioMistral/BioMistral-7B
>   declares apache-2.0, but mistralai/Mistral-7B-v0.1 (cc-by-nc-4.0), reached
>   through mistralai/Mistral-7B-Instruct-v0.1, passes its terms on, unless its
>   owner changed them
>   BioMistral/BioMistral-7B ← mistralai/Mistral-7B-Instruct-v0.1
>     ← mistralai/Mistral-7B-v0.1
>
> note[data.override]: BioMistral/BioMistral-7B
>   overrides.json states the license of its base mistralai/Mistral-7B-v0.1
>
> VERDICT  MODEL                     LICENSE     CLASS
> warn     BioMistral/BioMistral-7B  apache-2.0  osi-permissive
>
> 1 model: 1 warned · 1 warning, 1 note · audit: findings do not fail
! oms: warning: no policy: findings are reported and none fails but missing data; 'oms check --init' writes one

# A model that the catalog does not have is a warning
$ mkdir -p $XDG_CONFIG_HOME/oms; echo '{"facts":[{"model":"nobody/nothing","field":"context","value":1,"source":"x","as_of":"2026-08-01"}]}' > $XDG_CONFIG_HOME/oms/overrides.json
$ oms list -n 1 --format ids
> sentence-transformers/all-MiniLM-L6-v2
! oms: warning: overrides.json: facts[0]: no model 'nobody/nothing' in the catalog
! 1 of 5692 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# Whatever is wrong with the file is exit 2, with its place
$ mkdir -p $XDG_CONFIG_HOME/oms
$ try() { echo "$1" > $XDG_CONFIG_HOME/oms/overrides.json; oms show allenai/OLMo-7B; }
$ try '{"facts":
$ [,]}'
$ try '{"facts":{}}'
$ try '{"facts":[7]}'
$ try '{"facts":[{"model":"allenai/OLMo-7B","feild":"license"}]}'
$ try '{"facts":[{"model":"a b","field":"license","value":"mit","source":"x","as_of":"2026-08-01"}]}'
$ try '{"facts":[{"model":"a/b","field":"licence","value":"mit","source":"x","as_of":"2026-08-01"}]}'
$ try '{"facts":[{"model":"a/b","field":"license","value":"mti","source":"x","as_of":"2026-08-01"}]}'
$ try '{"facts":[{"model":"a/b","field":"license","value":"mit","as_of":"2026-08-01"}]}'
$ try '{"facts":[{"model":"a/b","field":"license","value":"mit","source":"x","as_of":"soon"}]}'
$ try '{"facts":[{"model":"a/b","field":"open_data","value":"yes","source":"x","as_of":"2026-08-01"}]}'
$ try '{"facts":[{"model":"a/b","field":"price_input","value":-1,"source":"x","as_of":"2026-08-01"}]}'
$ try '{"facts":[{"model":"a/b","field":"context","value":1.5,"source":"x","as_of":"2026-08-01"}]}'
! oms: error: cannot use '$HOME/.config/oms/overrides.json': it is not JSON (line 2); its form is {"names": {"SOURCE": {"THEIR NAME": "OWNER/MODEL"}}, "facts": [...]}
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts is not a list; its form is {"names": {"SOURCE": {"THEIR NAME": "OWNER/MODEL"}}, "facts": [...]}
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts[0] is not an object; a fact has "model", "field", "value", "source" and "as_of"
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts[0]: unknown key 'feild'; did you mean 'field'? (a fact has "model", "field", "value", "source" and "as_of")
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts[0].model: 'a b' is no id of a model; a fact has "model", "field", "value", "source" and "as_of"
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts[0].field: 'licence' cannot be overridden; did you mean 'license'? (fields are license, params, active_params, context, open_weights, open_data, open_evaluation, open_finetuning, open_metrics, price_input, price_output)
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts[0].value: unknown license 'mti'; did you mean 'mit'? ('oms licenses' lists all)
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts[0].source says where it is known from; a fact has "model", "field", "value", "source" and "as_of"
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts[0].as_of takes the day since which it is known; a fact has "model", "field", "value", "source" and "as_of"
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts[0].value: open_data takes one of closed, partial, open, not "yes"; a fact has "model", "field", "value", "source" and "as_of"
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts[0].value: price_input takes USD per 1M tokens, not -1; a fact has "model", "field", "value", "source" and "as_of"
! oms: error: cannot use '$HOME/.config/oms/overrides.json': facts[0].value: context takes a whole number, not 1.5; a fact has "model", "field", "value", "source" and "as_of"
? 2
