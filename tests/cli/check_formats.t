# The machine formats of check, from the real program: they point at file and line.

# SARIF: rule, level, file, line and column of each finding
$ printf 'allenai/OLMo-7B\n\nmeta-llama/Llama-2-7b-hf # chat\n' > models.txt
$ oms check -f models.txt --policy $TESTS/cli/check/osi.toml --format sarif > out.sarif; echo $?
$ jq -c '.version, (.runs[0].results[] | [.ruleId, .level, .locations[0].physicalLocation.artifactLocation.uri, .locations[0].physicalLocation.region])' out.sarif
> 1
> "2.1.0"
> ["license.class","error","models.txt",{"startLine":3,"startColumn":1}]

# GitLab Code Quality: path and line; the same finding keeps its fingerprint when it moves
$ printf 'meta-llama/Llama-2-7b-hf\n' > models.txt
$ oms check -f models.txt --policy $TESTS/cli/check/osi.toml --format gitlab | jq -c '.[] | [.check_name, .severity, .location]'
$ oms check -f models.txt --policy $TESTS/cli/check/osi.toml --format gitlab | jq -r '.[].fingerprint' > one
$ printf '\n\nmeta-llama/Llama-2-7b-hf\n' > models.txt
$ oms check -f models.txt --policy $TESTS/cli/check/osi.toml --format gitlab | jq -r '.[].fingerprint' > two
$ cmp one two && wc -l < two
> ["license.class","critical",{"path":"models.txt","lines":{"begin":1}}]
> 1

# JUnit: the places stand in the failure, and no rule holds for a model that nobody knows
$ printf 'meta-llama/Llama-2-7b-hf\nnobody/none\n' > models.txt
$ oms check -f models.txt --policy $TESTS/cli/check/osi.toml --format junit | grep -E 'license.class|nobody|^at '
>     <testcase classname="license.class" name="meta-llama/Llama-2-7b-hf">
>       <failure type="license.class" message="llama2 is community; the policy asks for an OSI-approved license">meta-llama/Llama-2-7b-hf: llama2 is community; the policy asks for an OSI-approved license
> at models.txt:1:1</failure>
>     <testcase classname="data.not-cached" name="nobody/none">
>       <failure type="data.not-cached" message="not in the catalog: nothing is known about it">nobody/none: not in the catalog: nothing is known about it
> at models.txt:2:1
> fix: run 'oms fetch nobody/none --with-bases'</failure>
? 3

# GitHub: one line a finding, percent and newline escaped; ten of a level at most, the rest counted
$ printf 'meta-llama/Llama-2-7b-hf\n' > 'a,b:50%.txt'
$ oms check -f 'a,b:50%.txt' --policy $TESTS/cli/check/osi.toml --format github
$ for i in $(seq 12); do echo "nobody/none-$i"; done > models.txt
$ oms check -f models.txt --policy $TESTS/cli/check/osi.toml --format github | cut -c 1-60
> ::error file=a%2Cb%3A50%25.txt,line=1,col=1,title=license.class::meta-llama/Llama-2-7b-hf: llama2 is community; the policy asks for an OSI-approved license
> ::notice title=oms check::1 model: 1 failed · 1 error
> ::error file=models.txt,line=1,col=1,title=data.not-cached::
> ::error file=models.txt,line=10,col=1,title=data.not-cached:
> ::error file=models.txt,line=11,col=1,title=data.not-cached:
> ::error file=models.txt,line=12,col=1,title=data.not-cached:
> ::error file=models.txt,line=2,col=1,title=data.not-cached::
> ::error file=models.txt,line=3,col=1,title=data.not-cached::
> ::error file=models.txt,line=4,col=1,title=data.not-cached::
> ::error file=models.txt,line=5,col=1,title=data.not-cached::
> ::error file=models.txt,line=6,col=1,title=data.not-cached::
> ::error file=models.txt,line=7,col=1,title=data.not-cached::
> ::notice title=oms check::+2 more, see the job summary; 12 m
? 3

# Markdown for a job summary
$ printf 'meta-llama/Llama-2-7b-hf\n' > models.txt
$ oms check -f models.txt --policy $TESTS/cli/check/osi.toml --format md
> ## oms check: failed
>
> 1 model: 1 failed · 1 error
>
> Policy $TESTS/cli/check/osi.toml · enforce · 2026-09-01
>
> ### Findings
>
> | Level | Rule | Model | Finding | Where |
> | --- | --- | --- | --- | --- |
> | **error** | license.class | meta-llama/Llama-2-7b-hf | llama2 is community; the policy asks for an OSI-approved license | models.txt:1:1 |
>
> ### Models
>
> | Verdict | Model | License | Class | Effective |
> | --- | --- | --- | --- | --- |
> | **fail** | meta-llama/Llama-2-7b-hf | llama2 | community | community |
? 1

# The inventory: what is in use, where, under which license
$ printf 'm = pipeline(model="m-a-p/OpenCodeInterpreter-CL-70B")\nn = pipeline(model="gpt2")\n' > a.py
$ oms check --scan a.py --format inventory
> # Models in use
>
> 2 models on 2026-09-01.
>
> | Model | License | Class | Effective class | Verdict | Revision | Record of | Used in |
> | --- | --- | --- | --- | --- | --- | --- | --- |
> | m-a-p/OpenCodeInterpreter-CL-70B | apache-2.0 | osi-permissive | community | waived | – | 2026-07-31 | a.py:1:21 |
> | openai-community/gpt2 | mit | osi-permissive | osi-permissive | pass | – | 2026-06-11 | a.py:2:21 |
! oms: warning: no policy: findings are reported and none fails but missing data; 'oms check --init' writes one

# CycloneDX: a component for each model, its license as declared and as it is left
$ oms check m-a-p/OpenCodeInterpreter-CL-70B gpt2 --format cyclonedx | jq -c '.specVersion, (.components[] | [.type, .purl, .licenses[0].license.id, (.properties[] | select(.name == "oms:license_effective").value)])'
> "1.6"
> ["machine-learning-model","pkg:huggingface/m-a-p/OpenCodeInterpreter-CL-70B","Apache-2.0","community"]
> ["machine-learning-model","pkg:huggingface/openai-community/gpt2","MIT","osi-permissive"]
! oms: warning: no policy: findings are reported and none fails but missing data; 'oms check --init' writes one

# ids, as -q: only what fails
$ oms check gpt2 meta-llama/Llama-2-7b-hf --policy $TESTS/cli/check/osi.toml --format ids
> meta-llama/Llama-2-7b-hf
? 1
