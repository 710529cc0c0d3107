# --max-age: an answer from data that is too old is none. Without a cache the newest bundled record
# counts; fetched ones are in tests/fetch/.

# Data that is old enough for the limit answers as ever
$ oms list id=allenai/OLMo-7B --fields id --max-age 14d -q
> allenai/OLMo-7B

# The newest bundled record is 10 days old: 10 days are not more than that, one minute less is
$ oms list id=allenai/OLMo-7B --max-age 10d -q
$ oms list id=allenai/OLMo-7B --max-age 240h -q
$ oms list id=allenai/OLMo-7B --max-age 239h -q
> allenai/OLMo-7B
> allenai/OLMo-7B
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 239h; run 'oms fetch'
? 3

# Every unit
$ for age in 14399m 239h 9d 1w; do oms tasks --max-age $age; done
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 14399m; run 'oms fetch'
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 239h; run 'oms fetch'
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 9d; run 'oms fetch'
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 1w; run 'oms fetch'
? 3

# JSON stays empty and the error is one object
$ oms list --max-age 1d --json 2>&1 | jq -c .
> {"code":"data","exit_code":3,"message":"the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 1d","hint":"run 'oms fetch'"}
? 3

# Nothing is written to a file either
$ oms list --max-age 1d -o out.txt; ls
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 1d; run 'oms fetch'

# It stands behind or in front of the command that answers from the catalog
$ oms --max-age 1d show allenai/OLMo-7B
$ oms licenses --max-age=1d
$ oms fields --max-age 1d
$ oms sources --max-age 1d
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 1d; run 'oms fetch'
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 1d; run 'oms fetch'
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 1d; run 'oms fetch'
! oms: error: the catalog is too old: the newest bundled record, 2026-08-22, is 10 d old, --max-age is 1d; run 'oms fetch'
? 3

# A wrong value is wrong use
$ oms list --max-age 14
$ oms list --max-age soon
$ oms list --max-age -1d
$ oms list --max-age ''
$ oms list --max-age 1d --max-age 2d
! oms: error: --max-age: '14' is no duration; it is a whole number of minutes, hours, days or weeks: 90m, 36h, 14d, 2w
! oms: error: --max-age: 'soon' is no duration; it is a whole number of minutes, hours, days or weeks: 90m, 36h, 14d, 2w
! oms: error: --max-age: '-1d' is no duration; it is a whole number of minutes, hours, days or weeks: 90m, 36h, 14d, 2w
! oms: error: --max-age: the value is empty
! oms: error: --max-age: given more than once; 'oms list --help' explains the options
? 2

# doctor tells how old the data is and never refuses
$ oms doctor --max-age 1d
! oms: error: unknown flag '--max-age'; 'oms doctor --help' lists all
? 2

# fetch makes data new and has no use for it
$ oms fetch --max-age 1d
! oms: error: unknown flag '--max-age'; did you mean '--max-wait'? ('oms fetch --help' lists all)
? 2
