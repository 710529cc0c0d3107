# --where: and, or, not and parentheses.

# and binds closer than or
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --where "license=llama3.3 or license=apache-2.0 and params>100B" --sort id -q
> meta-llama/Llama-3.3-70B-Instruct
> openai/gpt-oss-120b

# Parentheses bind closest
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --where "(license=llama3.3 or license=apache-2.0) and params>100B" --sort id -q
> openai/gpt-oss-120b

# not binds closer than and
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --where "not license=llama3.3 and params>5B" --sort id -q
> allenai/OLMo-7B
> openai/gpt-oss-120b

# not turns false to true and leaves unknown unknown
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --where "not price_output>0.2" --sort id -q
> openai/gpt-oss-120b

# or holds as soon as one side does, whatever is unknown on the other
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --where "price_output<1 or license=apache-2.0" --sort id -q
> allenai/OLMo-7B
> meta-llama/Llama-3.3-70B-Instruct
> openai/gpt-oss-120b
> openai/whisper-large-v3

# and fails as soon as one side does: such a model is not counted as unknown
$ oms list id=allenai/OLMo-7B --where "price_output<1 and license=mit"
! no model matches
! 0 of 0 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415

# not over an expression that is unknown keeps the model out and counts it
$ oms list id=allenai/OLMo-7B --where "not (price_output<1 or license=mit)"
! no model matches
! 0 of 0 · bundled records of 2025-03 to 2026-08 · prices 2026-08-14 · quality: Arena text, 2025-12-11, 111 of 2415 · 1 more has no known price (--unknown)

# not FIELD=unknown is the same as FIELD!=unknown
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --where "not price_output=unknown" --sort id -q
> meta-llama/Llama-3.3-70B-Instruct
> openai/gpt-oss-120b

# Keywords may be written in capitals
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --where "NOT license=llama3.3 AND params>100B OR name=OLMo-7B" --sort id -q
> allenai/OLMo-7B
> openai/gpt-oss-120b

# Several --where and conditions must all hold
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --where "params>5B" --where "license=apache-2.0 or license=mit" tasks=chat -q
> openai/gpt-oss-120b

# A value with blanks or parentheses stands in single or double quotes
$ oms list --where "family=llama-2 and (name~'13b' or name~\"70b\") and author=meta-llama" --sort id -q
> meta-llama/Llama-2-13b
> meta-llama/Llama-2-13b-chat
> meta-llama/Llama-2-13b-chat-hf
> meta-llama/Llama-2-13b-hf
> meta-llama/Llama-2-70b
> meta-llama/Llama-2-70b-chat
> meta-llama/Llama-2-70b-chat-hf
> meta-llama/Llama-2-70b-hf

# Alternatives and ranges work inside an expression
$ M=id=allenai/OLMo-7B,openai/gpt-oss-120b,meta-llama/Llama-3.3-70B-Instruct,openai/whisper-large-v3
$ oms list "$M" --where "params=5B..8B,100B.. and not name=gpt-2" --sort id -q
> allenai/OLMo-7B
> openai/gpt-oss-120b

# 200 levels of parentheses are taken, 201 are refused
$ e() { printf '(%.0s' $(seq $1); printf 'params>1T'; printf ')%.0s' $(seq $1); }
$ oms list --where "$(e 200)" -q
$ oms list --where "$(e 201)" 2>&1 | grep -o "[a-z]* than.*"
> deepseek-ai/DeepSeek-V4-Pro
> moonshotai/Kimi-K2-Instruct
> moonshotai/Kimi-K2-Instruct-0905
> moonshotai/Kimi-K2-Thinking
> meituan-longcat/LongCat-2.0
> Qwen/Qwen3.8-2.4T-A95B
> more than 200 levels deep
? 2

# An expression over 64 KiB is refused
$ oms list --where "$(printf 'params>1 or %.0s' $(seq 8000)) params>1" 2>&1 | grep -o "longer.*"
> longer than 64 KiB
? 2

# An empty expression is an error
$ oms list --where ''
! oms: error: --where: the value is empty
? 2

# A missing condition, a missing or a spare parenthesis are named
$ oms list --where 'params>7B and'
$ oms list --where 'or params>7B'
$ oms list --where '(params>7B'
$ oms list --where 'params>7B)'
$ oms list --where '()'
$ oms list --where 'not'
! oms: error: --where: expression 'params>7B and': a condition is missing, such as params>=7B
! oms: error: --where: condition 'or': a condition is missing before 'or'
! oms: error: --where: expression '(params>7B': a ')' is missing
! oms: error: --where: expression 'params>7B)': a ')' too many
! oms: error: --where: expression '()': a condition starts with a field name, not with ')'
! oms: error: --where: expression 'not': a condition is missing, such as params>=7B
? 2

# Two conditions without a word between them are an error
$ oms list --where 'params>7B license=mit'
! oms: error: --where: expression 'params>7B license=mit': 'and' or 'or' is expected before 'license=mit'; values with blanks or parentheses go in quotes
? 2

# A quote that is not closed is an error
$ oms list --where "name='llama"
! oms: error: --where: condition 'name='llama': a quote is not closed
? 2
