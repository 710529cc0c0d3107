-- What the queries ask: the exported files with the types that oms promises, 'unknown' of the closed
-- sets as the null that it is in conditions, and numbers of lines to break ties by.
create table models as
select * replace (
  nullif(license_class, 'unknown') as license_class,
  nullif(license_effective, 'unknown') as license_effective,
  nullif(license_verdict, 'unknown') as license_verdict,
  nullif(open_weights, 'unknown') as open_weights,
  nullif(open_data, 'unknown') as open_data,
  nullif(open_evaluation, 'unknown') as open_evaluation,
  nullif(open_finetuning, 'unknown') as open_finetuning,
  nullif(open_metrics, 'unknown') as open_metrics,
  price_input::decimal(18, 9) as price_input,
  price_output::decimal(18, 9) as price_output,
  price_blended::decimal(18, 9) as price_blended,
  price_min::decimal(18, 9) as price_min,
  price_max::decimal(18, 9) as price_max,
  trending::decimal(18, 9) as trending,
  osai_score::decimal(18, 9) as osai_score)
from read_ndjson('$NDJSON/models-*.ndjson', sample_size = -1);

create table offers as
select * replace (
  input::decimal(18, 9) as input,
  output::decimal(18, 9) as output,
  blended::decimal(18, 9) as blended)
from read_ndjson('$NDJSON/offers-*.ndjson', sample_size = -1);

create table scores as
select *, row_number() over () as place
from read_ndjson('$NDJSON/scores-*.ndjson', sample_size = -1);

-- Without closed reference models and models that left the Hub, as lists are.
create view shown as
select *, (license is null or license = 'unknown') as no_license  -- the Hub has one of that name
from models
where not starts_with(id, 'openrouter:')
  and coalesce(status, 'unknown') in ('active', 'unlisted', 'disabled', 'unknown');

-- The classes from the least open to the most.
create macro class_rank(class) as list_position(
  ['proprietary', 'research-only', 'non-commercial', 'community', 'restricted', 'open-other',
   'osi-copyleft', 'osi-permissive'], class);
create macro gated_rank(word) as list_position(['manual', 'auto', 'yes', 'no'], word);
create macro openness_rank(word) as list_position(['closed', 'partial', 'open'], word);
create macro grade_rank(word) as list_position(
  ['borrowed', 'self-reported', 'community', 'independent', 'verified'], word);
create macro contains_folded(text, part) as contains(lower(text), lower(part));
create macro has_word(list, word) as list_contains(list_transform(list, lambda x: lower(x)), word);
create macro has_part(list, part) as
  len(list_filter(list, lambda x: contains_folded(x, part))) > 0;
-- Six significant digits of a positive amount.
create macro six_digits(amount) as
  round(amount::double, (5 - floor(log10(amount::double)))::integer);

-- Mere copies in a lower precision, with the base that they are made from: nobody sells or scores
-- them on their own.
create table copies as
select lower(m.id) as id, lower(m.base_models[1]) as base
from models m
where m.relation = 'quantized' and m.quantization is not null
  and exists (from models b where lower(b.id) = lower(m.base_models[1]))
  and lower(m.base_models[1]) <> lower(m.id)
  and not exists (from offers o where o.id = m.id)
  and not exists (from scores s where s.id = m.id and s.grade is distinct from 'borrowed');

-- Every copy with each model above it, bases of bases too.
create table above as
with recursive climb(id, ancestor, steps) as (
  select id, base, 1 from copies
  union all
  select climb.id, copies.base, steps + 1
  from climb join copies on copies.id = climb.ancestor
  where steps < 16)
from climb;
