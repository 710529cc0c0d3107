# Positional conditions: operators, values, three-valued logic. Each case asks about models named by
# id, so that newer data changes little.

# The four models that most cases below ask about, with the values that decide
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --fields id,params,license,price_output,created,domain 2>/dev/null
> MODEL                              PARAMS  LICENSE     OUT $/M  CREATED     DOMAIN
> openai/whisper-large-v3             1.55B  apache-2.0        –  2023-11-07  –
> openai/gpt-oss-120b                  120B  apache-2.0     0.17  2025-08-04  –
> meta-llama/Llama-3.3-70B-Instruct   70.6B  llama3.3       0.32  2024-11-26  –
> allenai/OLMo-7B                       ~7B  apache-2.0        –  2024-01-09  –

# = on a word compares the whole word, letter case aside
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" license=Apache-2.0 -q
$ echo --
$ oms list "$M" license=apache -q
> openai/whisper-large-v3
> openai/gpt-oss-120b
> allenai/OLMo-7B
> --

# != leaves out the word; a model that has another one stays
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" license!=apache-2.0 -q
> meta-llama/Llama-3.3-70B-Instruct

# ~ finds a part of a word, letter case aside
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" name~LLAMA -q
> meta-llama/Llama-3.3-70B-Instruct

# ~ takes its text literally, never as a pattern
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" "name~.*" "name~^" -q
$ oms list "$M" name~v.3 -q
$ oms list "$M" name~-v3 -q
> openai/whisper-large-v3

# !~ leaves out names with the text
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" name!~llama -q
> openai/whisper-large-v3
> openai/gpt-oss-120b
> allenai/OLMo-7B

# Values with commas between them are alternatives
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" name=OLMo-7B,whisper-large-v3 -q
> openai/whisper-large-v3
> allenai/OLMo-7B

# != with several values leaves out all of them
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" name!=OLMo-7B,whisper-large-v3 -q
> openai/gpt-oss-120b
> meta-llama/Llama-3.3-70B-Instruct

# Several conditions must all hold
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" license=apache-2.0 library=transformers params\>100B -q
> openai/gpt-oss-120b

# <= and >= include the bound, < and > do not
$ M=id=openai/gpt-oss-120b; for op in "<=" ">=" "<" ">" "=" "!="; do echo "$op $(oms list $M "price_output${op}0.17" -q)"; done
> <= openai/gpt-oss-120b
> >= openai/gpt-oss-120b
> < 
> > 
> = openai/gpt-oss-120b
> != 

# A range includes both ends; either end may be missing
$ for r in 0.17..1 0.1..0.17 ..0.17 0.17.. 0.18.. 0.1..0.16; do echo "$r $(oms list id=openai/gpt-oss-120b price_output=$r -q)"; done
> 0.17..1 openai/gpt-oss-120b
> 0.1..0.17 openai/gpt-oss-120b
> ..0.17 openai/gpt-oss-120b
> 0.17.. openai/gpt-oss-120b
> 0.18.. 
> 0.1..0.16 

# Ranges and values may be alternatives of one condition
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" params=1B..2B,7B -q
> openai/whisper-large-v3
> allenai/OLMo-7B

# Counts take K, M, B and T in either case
$ M=id=allenai/OLMo-7B; for v in 7B 7b 7000M 7000m 7000000K 7000000000 0.007T 7.0B; do oms list $M params=$v -q; done | uniq -c | tr -s ' '
>  8 allenai/OLMo-7B

# Blanks may stand around the operator and the value
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" " params  >= 100B " -q
> openai/gpt-oss-120b

# A value may stand in quotes
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" "license='llama3.3'" -q
> meta-llama/Llama-3.3-70B-Instruct

# A year, a month and a day stand for the whole time they name
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ for d in 2024 2024-01 2024-01-09 2024-01-10; do echo "$d: $(oms list "$M" created=$d -q | paste -sd " ")"; done
> 2024: meta-llama/Llama-3.3-70B-Instruct allenai/OLMo-7B
> 2024-01: allenai/OLMo-7B
> 2024-01-09: allenai/OLMo-7B
> 2024-01-10: 

# > a month begins after its last day, >= with its first; < a year ends before it
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ for k in "created>2024-01" "created>=2024-01" "created<2024" "created<=2024" "created!=2024"; do echo "$k: $(oms list "$M" "$k" -q | paste -sd " ")"; done
> created>2024-01: openai/gpt-oss-120b meta-llama/Llama-3.3-70B-Instruct
> created>=2024-01: openai/gpt-oss-120b meta-llama/Llama-3.3-70B-Instruct allenai/OLMo-7B
> created<2024: openai/whisper-large-v3
> created<=2024: openai/whisper-large-v3 meta-llama/Llama-3.3-70B-Instruct allenai/OLMo-7B
> created!=2024: openai/whisper-large-v3 openai/gpt-oss-120b

# A range of months reaches to the end of the last one
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" created=2024-01..2024-11 -q
> meta-llama/Llama-3.3-70B-Instruct
> allenai/OLMo-7B

# Choices compare by their order, the worst first
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" "license_class<=community" -q
$ oms list "$M" "license_class>community" --sort id -q
$ oms list "$M" open_weights=partial..open --sort id -q
> meta-llama/Llama-3.3-70B-Instruct
> allenai/OLMo-7B
> openai/gpt-oss-120b
> openai/whisper-large-v3
> allenai/OLMo-7B
> meta-llama/Llama-3.3-70B-Instruct
> openai/gpt-oss-120b

# yes, no, true and false are the words of a flag
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ for v in yes true no false; do echo "$v: $(oms list "$M" osi_approved=$v --sort id -q | paste -sd " ")"; done
> yes: allenai/OLMo-7B openai/gpt-oss-120b openai/whisper-large-v3
> true: allenai/OLMo-7B openai/gpt-oss-120b openai/whisper-large-v3
> no: meta-llama/Llama-3.3-70B-Instruct
> false: meta-llama/Llama-3.3-70B-Instruct

# = on a list holds when one element is the word; ~ looks into each element
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" languages=hi -q
$ echo --
$ oms list "$M" tasks~speech -q
> openai/whisper-large-v3
> meta-llama/Llama-3.3-70B-Instruct
> --
> openai/whisper-large-v3

# A condition on an unknown value is neither true nor false, so both it and its opposite leave the model out
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" "price_output<=1" -q
$ echo --
$ oms list "$M" "price_output>1" -q
$ echo --
$ oms list "$M" "price_output!=1" -q
> openai/gpt-oss-120b
> meta-llama/Llama-3.3-70B-Instruct
> --
> --
> openai/gpt-oss-120b
> meta-llama/Llama-3.3-70B-Instruct

# =unknown asks for the models without a value, !=unknown for those with one
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" price_output=unknown --sort id -q
$ echo --
$ oms list "$M" price_output!=unknown --sort id -q
> allenai/OLMo-7B
> openai/whisper-large-v3
> --
> meta-llama/Llama-3.3-70B-Instruct
> openai/gpt-oss-120b

# unknown may be one of several alternatives
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" price_output=unknown,0.17 --sort id -q
> allenai/OLMo-7B
> openai/gpt-oss-120b
> openai/whisper-large-v3

# Components of openness treat the word unknown like a missing value
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" open_evaluation=unknown --sort id -q
$ echo --
$ oms list "$M" open_evaluation!=open --sort id -q
> meta-llama/Llama-3.3-70B-Instruct
> openai/gpt-oss-120b
> openai/whisper-large-v3
> --

# Thousands of tokens: 128k lets a model of 128,000 pass
$ oms list id=CohereLabs/c4ai-command-r-08-2024 --min-context 128k -q
$ oms list id=CohereLabs/c4ai-command-r-08-2024 'context>=128k' -q
> CohereLabs/c4ai-command-r-08-2024
> CohereLabs/c4ai-command-r-08-2024

# Thousands of tokens: a model of 131,072, which the table calls 128k, is not over 128k
$ oms list id=openai/gpt-oss-120b --fields id,context 2>/dev/null
$ oms list id=openai/gpt-oss-120b 'context<=128k' -q
$ oms list id=openai/gpt-oss-120b context=32k..128k -q
$ oms list id=openai/gpt-oss-120b context=128k -q
> MODEL                CONTEXT
> openai/gpt-oss-120b     128k
> openai/gpt-oss-120b
> openai/gpt-oss-120b
> openai/gpt-oss-120b

# Conditions may stand anywhere among the flags, and behind --
$ oms list -q --sort id id=allenai/OLMo-7B -n 2
$ oms list -q -- id=allenai/OLMo-7B
> allenai/OLMo-7B
> allenai/OLMo-7B

# A tag with a colon is matched as it stands
$ oms list tags=base_model:merge:BioMistral/BioMistral-7B -q --sort id
