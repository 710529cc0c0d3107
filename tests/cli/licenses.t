# licenses: which ids and classes there are, and one license against the ten OSD criteria.

# The list: classes first, then the licenses of each class, with counts
$ oms licenses
> Classes, the most open first
>   CLASS           MODELS  MEANING
>   osi-permissive    3889  OSI-approved; derivatives may take other terms
>   osi-copyleft        29  OSI-approved; derivatives stay under the same license
>   open-other         116  every purpose for everyone, but the text is not
>                           OSI-approved
>   restricted         293  commercial use for everyone, but with a list of
>                           forbidden uses or without derivatives
>   community          423  commercial use, but rights depend on who you are:
>                           size, revenue, country, registration
>   non-commercial     340  personal and other non-commercial use only
>   research-only       47  research, evaluation or education only
>   proprietary          0  the weights are not handed out, or nothing is granted
>   unknown           1799  no statement, or one that leads to no single license
>
> osi-permissive
>   LICENSE                                MODELS  OSI      COMMERCIAL
>   apache-2.0                               2955  yes      yes
>   mit                                       871  yes      yes
>   bsd-3-clause                               10  yes      yes
>   bsd-2-clause                                4  yes      yes
>   afl-3.0                                     3  yes      yes
>   unlicense                                   1  yes      yes
>   bsl-1.0                                     0  yes      yes
>   ecl-2.0                                     0  yes      yes
>   isc                                         0  yes      yes
>   ms-pl                                       0  yes      yes
>   ncsa                                        0  yes      yes
>   postgresql                                  0  yes      yes
>   zlib                                        0  yes      yes
>
> osi-copyleft
>   LICENSE                                MODELS  OSI      COMMERCIAL
>   gpl-3.0                                    19  yes      yes
>   agpl-3.0                                    9  yes      yes
>   gpl                                         1  unclear  yes
>   artistic-2.0                                0  yes      yes
>   epl-1.0                                     0  yes      yes
>   epl-2.0                                     0  yes      yes
>   eupl-1.1                                    0  yes      yes
>   eupl-1.2                                    0  yes      yes
>   gpl-2.0                                     0  yes      yes
>   lgpl                                        0  unclear  yes
>   lgpl-2.1                                    0  yes      yes
>   lgpl-3.0                                    0  yes      yes
>   lppl-1.3c                                   0  yes      yes
>   mpl-2.0                                     0  yes      yes
>   ofl-1.1                                     0  yes      yes
>   osl-3.0                                     0  yes      yes
>
> open-other
>   LICENSE                                MODELS  OSI      COMMERCIAL
>   cc-by-4.0                                  89  no       yes
>   cc-by-sa-4.0                               14  no       yes
>   openmdw-1.1                                 5  no       yes
>   wtfpl                                       5  no       yes
>   cdla-permissive-2.0                         4  no       yes
>   cc0-1.0                                     2  no       yes
>   apple-ascl                                  1  no       yes
>   bsd                                         0  unclear  yes
>   bsd-3-clause-clear                          0  no       yes
>   cc-by-2.0                                   0  no       yes
>   cc-by-2.5                                   0  no       yes
>   cc-by-3.0                                   0  no       yes
>   cc-by-sa-3.0                                0  no       yes
>   cdla-permissive-1.0                         0  no       yes
>   cdla-sharing-1.0                            0  no       yes
>   etalab-2.0                                  0  no       yes
>   gfdl                                        0  no       yes
>   lgpl-lr                                     0  no       yes
>   odbl                                        0  no       yes
>   odc-by                                      0  no       yes
>   openmdw-1.0                                 0  no       yes
>   other:apple-sample-code                     0  no       yes
>   other:openatom                              0  no       yes
>   other:openmdw                               0  no       yes
>   pddl                                        0  no       yes
>
> restricted
>   LICENSE                                MODELS  OSI      COMMERCIAL
>   gemma                                     184  no       yes
>   openrail                                   34  no       yes
>   creativeml-openrail-m                      22  no       yes
>   openrail++                                 14  no       yes
>   bigcode-openrail-m                          9  no       yes
>   bigscience-bloom-rail-1.0                   9  no       yes
>   other:deepseek                              3  no       yes
>   other:health-ai-developer-foundations       3  no       conditional
>   other:nvidia-open-model                     3  no       yes
>   other:baai-aquila                           2  no       conditional
>   other:gpt-sw3                               2  no       conditional
>   bigscience-openrail-m                       1  no       yes
>   other:falcon-2                              1  no       yes
>   c-uda                                       0  no       yes
>   cc-by-nd-4.0                                0  no       yes
>   other:ai2-impact                            0  no       conditional
>   other:faipl-1.0-sd                          0  no       yes
>   other:falcon-mamba                          0  no       yes
>   other:gemma-compound                        0  no       conditional
>   other:gemma-terms                           0  no       yes
>   other:sdxl-1.0                              0  no       yes
>
> community
>   LICENSE                                MODELS  OSI      COMMERCIAL
>   llama2                                    120  no       conditional
>   llama3.1                                   89  no       conditional
>   llama3                                     61  no       conditional
>   llama3.2                                   46  no       conditional
>   llama3.3                                   14  no       conditional
>   other:lfm                                   8  no       conditional
>   other:tongyi-qianwen                        8  no       conditional
>   other:moonshot-modified-mit                 4  no       yes
>   other:stability-community                   4  no       conditional
>   other:jamba                                 3  no       conditional
>   other:baichuan2                             2  no       conditional
>   other:falcon-180b                           2  no       conditional
>   other:falcon-llm                            2  no       conditional
>   other:minimax-modified-mit                  2  no       conditional
>   other:qwen                                  2  no       conditional
>   other:tencent-hunyuan                       2  no       conditional
>   llama4                                      1  no       conditional
>   other:codegeex4                             1  no       conditional
>   other:databricks-open-model                 1  no       conditional
>   other:glm-4                                 1  no       conditional
>   other:ltx                                   1  no       conditional
>   other:mistral-modified-mit                  1  no       conditional
>   grok2-community                             0  no       conditional
>   other:internlm                              0  no       conditional
>   other:nvidia-open-model+llama3.1            0  no       conditional
>   other:playground-v2                         0  no       conditional
>   other:tencent-other                         0  no       conditional
>   other:yi                                    0  no       conditional
>
> non-commercial
>   LICENSE                                MODELS  OSI      COMMERCIAL
>   cc-by-nc-4.0                              251  no       no
>   cc-by-nc-sa-4.0                            57  no       no
>   cc-by-nc-nd-4.0                             9  no       no
>   cc-by-nc-2.0                                2  no       no
>   other:flux-dev                              2  no       no
>   other:coqui                                 1  no       no
>   other:minimax-m2.7                          1  no       no
>   other:stability-nc                          1  no       no
>   cc-by-nc-3.0                                0  no       no
>   cc-by-nc-nd-3.0                             0  no       no
>   cc-by-nc-sa-2.0                             0  no       no
>   cc-by-nc-sa-3.0                             0  no       no
>   other:cohere-c4ai                           0  no       no
>   other:nvidia-noncommercial                  0  no       no
>
> research-only
>   LICENSE                                MODELS  OSI      COMMERCIAL
>   apple-amlr                                 23  no       no
>   fair-noncommercial-research-license         5  no       no
>   other:mrl                                   4  no       no
>   other:qwen-research                         2  no       no
>   deepfloyd-if-license                        1  no       no
>   other:chameleon                             1  no       no
>   other:exaone                                1  no       no
>   other:mnpl                                  1  no       no
>   other:open-aleph                            1  no       no
>   other:opt                                   1  no       no
>   other:rail-research                         1  no       no
>   h-research                                  0  no       no
>   intel-research                              0  no       no
>   other:llama-1                               0  no       no
>
> unknown
>   LICENSE                                MODELS  OSI      COMMERCIAL
>   other                                    1049  unclear  unknown
>   unknown                                     5  unclear  unknown
>   cc                                          1  unclear  unknown
>   other:upstage-solar                         1  unclear  unknown
>   other:exaonepath                            0  unclear  unknown
>   other:glm-5.3                               0  unclear  unknown
>   other:minimax-h3                            0  unclear  unknown
>   other:nvidia-license                        0  unclear  unknown
>   other:qwen-community-2026                   0  unclear  unknown
! 'oms licenses ID' tells all about one
! --license takes ids, classes, and osi, open, commercial, conditional

# --classes: all classes from the most open to the least, with counts
$ oms licenses --classes
> Classes, the most open first
>   CLASS           MODELS  MEANING
>   osi-permissive    3889  OSI-approved; derivatives may take other terms
>   osi-copyleft        29  OSI-approved; derivatives stay under the same license
>   open-other         116  every purpose for everyone, but the text is not
>                           OSI-approved
>   restricted         293  commercial use for everyone, but with a list of
>                           forbidden uses or without derivatives
>   community          423  commercial use, but rights depend on who you are:
>                           size, revenue, country, registration
>   non-commercial     340  personal and other non-commercial use only
>   research-only       47  research, evaluation or education only
>   proprietary          0  the weights are not handed out, or nothing is granted
>   unknown           1799  no statement, or one that leads to no single license
! 'oms licenses ID' tells all about one
! --license takes ids, classes, and osi, open, commercial, conditional

# The classes have the order that the field license_class has, reversed
$ diff <(oms licenses --classes --format ids | grep -v '^unknown$') <(oms fields license_class --json | jq -r '.[0].words | reverse[]') && echo same
> same

# Every license that a model declares is in the table, or is unresolved
$ oms list --all -n 0 --format csv --no-header --fields license,license_reason 2>/dev/null | sort -u | grep -v ',unresolved$' | cut -d , -f 1 | grep . | sed 's/ AND /\n/g' | sort -u | comm -23 - <(oms licenses -q | sort)

# A license that is open source meets nine criteria, the tenth depends on the release
$ oms licenses apache-2.0
> apache-2.0  Apache license 2.0
>   SPDX id         Apache-2.0
>   class           osi-permissive: OSI-approved; derivatives may take other terms
>   OSI             approved
>
> Rights
>   commercial use  yes
>   derivatives     yes
>   redistribution  yes
>   patents         yes
>
> Duties
>   attribution     yes
>   share-alike     no
>   forbidden uses  no
>
> Derived models  fine-tunes, adapters, merges, quantized copies
>   rule            notice
>   they            may take any license; only its notice goes along
>   class           not bounded by this one
>
> The ten criteria of the Open Source Definition
>    1  met      Free redistribution
>    2  depends  Source code: depends on the release, not on the license: weights
>                alone, without data and training code
>    3  met      Derived works
>    4  met      Integrity of the author's source code
>    5  met      No discrimination against persons or groups
>    6  met      No discrimination against fields of endeavor
>    7  met      Distribution of license
>    8  met      License not specific to a product
>    9  met      License does not restrict other software
>   10  met      License is technology-neutral
>
> Notes
>   Patent license with suit termination; NOTICE must travel; modified files must
>   be marked.
>   source          HUB, SPDX
>   confidence      high
>   models          2955  that declare it
>   try             oms list --license apache-2.0

# Why Llama 2 is not open source, criterion by criterion
$ oms licenses llama2
> llama2  Llama 2 Community License Agreement
>   class           community: commercial use, but rights depend on who you are:
>                   size, revenue, country, registration
>   OSI             not approved
>
> Rights
>   commercial use  conditional  700M MAU on the release date
>   derivatives     yes
>   redistribution  yes
>   patents         unclear
>
> Duties
>   attribution     yes
>   share-alike     no
>   forbidden uses  yes
>
> Derived models  fine-tunes, adapters, merges, quantized copies
>   rule            same-family
>   they            keep the license itself: the same, a later version of it, or
>                   one that includes it by name
>   class           at most community, whatever they declare
>
> The ten criteria of the Open Source Definition
>    1  met      Free redistribution
>    2  depends  Source code: depends on the release, not on the license: weights
>                alone, without data and training code
>    3  met      Derived works
>    4  met      Integrity of the author's source code
>    5  FAILS    No discrimination against persons or groups: rights depend on the
>                number of users, revenue or country
>    6  FAILS    No discrimination against fields of endeavor: a list of forbidden
>                uses, or research only
>    7  met      Distribution of license
>    8  met      License not specific to a product
>    9  FAILS    License does not restrict other software: outputs may not be used
>                to improve other models
>   10  met      License is technology-neutral
>
> Notes
>   Custom grant; acceptable-use policy by reference; copy of agreement and notice
>   with every copy or derivative; license text has to travel, so a derivative
>   cannot be permissive-only. Outputs may not improve other LLMs.
>   source          HUB, SCANCODE:llama-2-license-2023
>   confidence      high
>   models          120  that declare it
>   try             oms list --license llama2

# A license without an id of its own has a page and an example that works
$ oms licenses other:falcon-180b
> other:falcon-180b  Falcon 180B TII License 1.0
>   class           community: commercial use, but rights depend on who you are:
>                   size, revenue, country, registration
>   OSI             not approved
>
> Rights
>   commercial use  conditional  hosted services may need a separate license
>   derivatives     yes
>   redistribution  yes
>   patents         yes
>
> Duties
>   attribution     yes
>   share-alike     no
>   forbidden uses  yes
>
> Derived models  fine-tunes, adapters, merges, quantized copies
>   rule            same-restrictions
>   they            keep its limits of use: the same license, or one with an
>                   equivalent list after a review
>   class           at most community, whatever they declare
>
> The ten criteria of the Open Source Definition
>    1  met      Free redistribution
>    2  depends  Source code: depends on the release, not on the license: weights
>                alone, without data and training code
>    3  met      Derived works
>    4  met      Integrity of the author's source code
>    5  FAILS    No discrimination against persons or groups: rights depend on the
>                number of users, revenue or country
>    6  FAILS    No discrimination against fields of endeavor: a list of forbidden
>                uses, or research only
>    7  met      Distribution of license
>    8  met      License not specific to a product
>    9  met      License does not restrict other software
>   10  met      License is technology-neutral
>
> Notes
>   Apache-derived text plus an updatable acceptable-use policy and a hosting
>   limit. Falcon-7B/40B are apache-2.0.
>   source          PAGE:falcon180b, MOT
>   confidence      medium
>   models          2  found by the name of the license

# A restricted license
$ oms licenses bigscience-openrail-m | sed -n '1,/^Notes/p'
> bigscience-openrail-m  BigScience OpenRAIL-M
>   class           restricted: commercial use for everyone, but with a list of
>                   forbidden uses or without derivatives
>   OSI             not approved
>
> Rights
>   commercial use  yes
>   derivatives     yes
>   redistribution  yes
>   patents         yes
>
> Duties
>   attribution     yes
>   share-alike     no
>   forbidden uses  yes
>
> Derived models  fine-tunes, adapters, merges, quantized copies
>   rule            same-restrictions
>   they            keep its limits of use: the same license, or one with an
>                   equivalent list after a review
>   class           at most restricted, whatever they declare
>
> The ten criteria of the Open Source Definition
>    1  met      Free redistribution
>    2  depends  Source code: depends on the release, not on the license: weights
>                alone, without data and training code
>    3  met      Derived works
>    4  met      Integrity of the author's source code
>    5  FAILS    No discrimination against persons or groups: rights depend on the
>                number of users, revenue or country
>    6  FAILS    No discrimination against fields of endeavor: a list of forbidden
>                uses, or research only
>    7  met      Distribution of license
>    8  met      License not specific to a product
>    9  met      License does not restrict other software
>   10  met      License is technology-neutral
>
> Notes

# A non-commercial license fails commercial use and the criteria 5 or 6
$ oms licenses cc-by-nc-4.0 | sed -n '1,/^Notes/p'
> cc-by-nc-4.0  Creative Commons Attribution Non Commercial 4.0
>   SPDX id         CC-BY-NC-4.0
>   class           non-commercial: personal and other non-commercial use only
>   OSI             not approved
>
> Rights
>   commercial use  no
>   derivatives     yes
>   redistribution  yes
>   patents         no
>
> Duties
>   attribution     yes
>   share-alike     no
>   forbidden uses  no
>
> Derived models  fine-tunes, adapters, merges, quantized copies
>   rule            non-commercial
>   they            stay barred from commercial use, under whatever license
>   class           at most non-commercial, whatever they declare
>
> The ten criteria of the Open Source Definition
>    1  FAILS    Free redistribution: commercial use is barred, or costs a royalty
>                above some revenue
>    2  depends  Source code: depends on the release, not on the license: weights
>                alone, without data and training code
>    3  met      Derived works
>    4  met      Integrity of the author's source code
>    5  met      No discrimination against persons or groups
>    6  FAILS    No discrimination against fields of endeavor: a list of forbidden
>                uses, or research only
>    7  met      Distribution of license
>    8  met      License not specific to a product
>    9  met      License does not restrict other software
>   10  met      License is technology-neutral
>
> Notes

# An id that stands for nothing certain says so
$ oms licenses other
> other  Other
>   class           unknown: no statement, or one that leads to no single license
>   OSI             unknown
>
> Rights
>   commercial use  unknown
>   derivatives     unknown
>   redistribution  unknown
>   patents         unknown
>
> Duties
>   attribution     unknown
>   share-alike     unknown
>   forbidden uses  unknown
>
> Derived models  fine-tunes, adapters, merges, quantized copies
>   rule            unknown
>   they            nobody has read what it asks of them
>
> The ten criteria of the Open Source Definition
>    1  unknown  Free redistribution
>    2  depends  Source code: depends on the release, not on the license: weights
>                alone, without data and training code
>    3  unknown  Derived works
>    4  unknown  Integrity of the author's source code
>    5  unknown  No discrimination against persons or groups
>    6  unknown  No discrimination against fields of endeavor
>    7  unknown  Distribution of license
>    8  unknown  License not specific to a product
>    9  unknown  License does not restrict other software
>   10  unknown  License is technology-neutral
>
> Notes
>   A pointer, not a license: resolve license_name, then license_link, then a
>   LICENSE file; rows of kind=name below. Without them the class stays unknown.
>   source          HUB
>   confidence      high
>   models          1049  that declare it
>   try             oms list --license other

# A name of the SPDX list is understood, in any case
$ oms licenses GPL-3.0-only | head -2
$ oms licenses APACHE-2.0 | head -2
$ oms licenses CC-BY-NC-4.0 | head -1
> gpl-3.0  GNU General Public License v3.0
>   SPDX id         GPL-3.0-only
> apache-2.0  Apache license 2.0
>   SPDX id         Apache-2.0
> cc-by-nc-4.0  Creative Commons Attribution Non Commercial 4.0

# A full name is understood
$ oms licenses 'Llama 2 Community License Agreement' -o page.txt; head -1 page.txt
> llama2  Llama 2 Community License Agreement

# A name without other: is understood where no id is the same
$ oms licenses falcon-180b | head -1
> other:falcon-180b  Falcon 180B TII License 1.0

# An unknown license is wrong use, with the nearest id
$ oms licenses apache2
$ oms licenses llama-2
$ oms licenses zzz
! oms: error: unknown license 'apache2'; did you mean 'apache-2.0'? ('oms licenses' lists all)
! oms: error: unknown license 'llama-2'; did you mean 'llama2'? ('oms licenses' lists all)
! oms: error: unknown license 'zzz'; 'oms licenses' lists all
? 2

# An empty license is wrong use
$ oms licenses ''
! oms: error: id: the value is empty
? 2

# --classes and an id are two questions
$ oms licenses --classes mit
! oms: error: --classes lists the classes and takes no license
? 2

# One license as JSON: an object with its ten criteria
$ oms licenses llama2 --json
> {
>   "license": "llama2",
>   "class": "community",
>   "osi_approved": false,
>   "commercial_use": "conditional",
>   "models": 120,
>   "name": "Llama 2 Community License Agreement",
>   "spdx_id": null,
>   "derivatives": "yes",
>   "redistribution": "yes",
>   "use_restrictions": "yes",
>   "attribution_required": "yes",
>   "share_alike": "no",
>   "derived_rule": "same-family",
>   "patent_grant": "unclear",
>   "threshold": "700M MAU on the release date",
>   "monthly_users_limit": 700000000,
>   "annual_revenue_limit_usd": null,
>   "territory_excluded": null,
>   "failed_osd_criteria": [5, 6, 9],
>   "notes": "Custom grant; acceptable-use policy by reference; copy of agreement and notice with every copy or derivative; license text has to travel, so a derivative cannot be permissive-only. Outputs may not improve other LLMs.",
>   "source": "HUB;SCANCODE:llama-2-license-2023",
>   "confidence": "high",
>   "kind": "hub",
>   "osd_criteria": [
>     {"number": 1, "title": "Free redistribution", "verdict": "met", "meaning": "commercial use is barred, or costs a royalty above some revenue"},
>     {"number": 2, "title": "Source code", "verdict": "depends on the release", "meaning": "depends on the release, not on the license: weights alone, without data and training code"},
>     {"number": 3, "title": "Derived works", "verdict": "met", "meaning": "changed versions, such as fine-tunes, may not be passed on"},
>     {"number": 4, "title": "Integrity of the author's source code", "verdict": "met", "meaning": "rarely failed; a prescribed name for derived models is a mild form"},
>     {"number": 5, "title": "No discrimination against persons or groups", "verdict": "fails", "meaning": "rights depend on the number of users, revenue or country"},
>     {"number": 6, "title": "No discrimination against fields of endeavor", "verdict": "fails", "meaning": "a list of forbidden uses, or research only"},
>     {"number": 7, "title": "Distribution of license", "verdict": "met", "meaning": "commercial use takes a registration or a further agreement"},
>     {"number": 8, "title": "License not specific to a product", "verdict": "met", "meaning": "tied to one vendor's service or hardware"},
>     {"number": 9, "title": "License does not restrict other software", "verdict": "fails", "meaning": "outputs may not be used to improve other models"},
>     {"number": 10, "title": "License is technology-neutral", "verdict": "met", "meaning": "can be accepted in one way only, such as a web form"}
>   ]
> }

# --classes --json: an array of classes
$ oms licenses --classes --json | jq -c '.[0], length'
> {"class":"osi-permissive","models":3889,"licenses":13,"meaning":"OSI-approved; derivatives may take other terms"}
> 9

# --json without an id: an array, the keys the same in each object
$ oms licenses --json 2>/dev/null | jq -c 'length, (map(keys_unsorted) | unique | length)'
> 140
> 1

# An OSI-approved license fails no criterion
$ oms licenses --json 2>/dev/null | jq -r '.[] | select(.osi_approved and ((.failed_osd_criteria // []) != [])) | .license'

# CSV
$ oms licenses llama2 --format csv
$ oms licenses --format csv 2>/dev/null | wc -l
> license,class,osi_approved,commercial_use,models,name,spdx_id,derivatives,redistribution,use_restrictions,attribution_required,share_alike,derived_rule,patent_grant,threshold,monthly_users_limit,annual_revenue_limit_usd,territory_excluded,failed_osd_criteria,notes,source,confidence,kind
> llama2,community,false,conditional,120,Llama 2 Community License Agreement,,yes,yes,yes,yes,no,same-family,unclear,700M MAU on the release date,700000000,,,5;6;9,"Custom grant; acceptable-use policy by reference; copy of agreement and notice with every copy or derivative; license text has to travel, so a derivative cannot be permissive-only. Outputs may not improve other LLMs.",HUB;SCANCODE:llama-2-license-2023,high,hub
> 141

# Table and Markdown of the classes
$ oms licenses --classes --format table
$ oms licenses --classes --format md | head -3
> CLASS           MODELS  LICENSES  MEANING
> osi-permissive    3889        13  OSI-approved; derivatives may take other terms
> osi-copyleft        29        16  OSI-approved; derivatives stay under the same license
> open-other         116        25  every purpose for everyone, but the text is not OSI-approved
> restricted         293        21  commercial use for everyone, but with a list of forbidden uses or without derivatives
> community          423        28  commercial use, but rights depend on who you are: size, revenue, country, registration
> non-commercial     340        14  personal and other non-commercial use only
> research-only       47        14  research, evaluation or education only
> proprietary          0         0  the weights are not handed out, or nothing is granted
> unknown           1799         9  no statement, or one that leads to no single license
> | CLASS | MODELS | LICENSES | MEANING |
> | --- | --: | --: | --- |
> | osi-permissive | 3889 | 13 | OSI-approved; derivatives may take other terms |

# -q: ids alone, nothing on stderr
$ oms licenses -q | head -3
> apache-2.0
> mit
> bsd-3-clause

# 80 columns are enough
$ oms licenses --width 80 2>/dev/null | awk 'length > 80'

# In a plain locale the list is plain ASCII
$ LC_ALL=C oms licenses llama2 | LC_ALL=C grep -c '[^ -~]'
> 0
? 1

# On a terminal
@ pty 80x24
$ oms licenses mit
> \e[1mmit\e[0m  MIT
>   SPDX id         MIT
>   class           osi-permissive: OSI-approved; derivatives may take other terms
>   OSI             approved
>
> \e[1mRights\e[0m
>   commercial use  yes
>   derivatives     yes
>   redistribution  yes
>   patents         no
>
> \e[1mDuties\e[0m
>   attribution     yes
>   share-alike     no
>   forbidden uses  no
>
> \e[1mDerived models\e[0m  fine-tunes, adapters, merges, quantized copies
>   rule            notice
>   they            may take any license; only its notice goes along
>   class           not bounded by this one
>
> \e[1mThe ten criteria of the Open Source Definition\e[0m
>    1  met      Free redistribution
>    2  depends  Source code: depends on the release, not on the license: weights
>                alone, without data and training code
>    3  met      Derived works
>    4  met      Integrity of the author's source code
>    5  met      No discrimination against persons or groups
>    6  met      No discrimination against fields of endeavor
>    7  met      Distribution of license
>    8  met      License not specific to a product
>    9  met      License does not restrict other software
>   10  met      License is technology-neutral
>
> \e[1mNotes\e[0m
>   No express patent license.
>   source          HUB, SPDX
>   confidence      high
>   models          871  \e[2mthat declare it\e[0m
>   try             oms list --license mit
