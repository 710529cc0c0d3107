// One table of questions: what they show, the arguments of oms, and SQL that states the rule on its
// own over the exported tables (tables.sql). Both answers have the same columns and order.

const folded = "lower(id)";
const byDownloads = `order by downloads desc nulls last, ${folded}`;

// Models that meet a condition, as `list --unfold` prints them by default.
function list(
  name,
  args,
  where,
  { fields = "id", from = "shown", order = byDownloads, limit = 0 } = {},
) {
  const oms = ["list", "--unfold", ...args, "--fields", fields, "-n", String(limit)];
  const sql = `select ${fields} from ${from} where ${where} ${order} ${limit ? `limit ${limit}` : ""}`;
  return { name, oms, sql };
}

// How many models have each value; unknown last.
function count(name, args, value, where) {
  return {
    name,
    oms: ["list", "--unfold", ...args, "-n", "0"],
    sql: `select ${value} as value, count(*) as models from shown where ${where}
          group by 1 order by (value is null), models desc, value::varchar`,
  };
}

// The same for the words of a list, each of which counts.
function countWords(name, args, field, where) {
  return {
    name,
    oms: ["list", "--unfold", ...args, "-n", "0"],
    sql: `with found as (select ${field} as words from shown where ${where}),
          each as (select unnest(words) as value from found)
          select value, models from (
            select value, count(*) as models from each group by value
            union all
            select null, count(*) from found where words is null having count(*) > 0)
          order by (value is null), models desc, value`,
  };
}

// What is left when copies stand behind the topmost model above them that is in the answer.
function fold(name, args, where, { order = byDownloads, limit = 50 } = {}) {
  return {
    name,
    oms: ["list", ...args, "--fields", "id,folded", "-n", String(limit)],
    sql: `with found as (from shown where ${where}),
          behind as (
            select above.id, arg_max(above.ancestor, steps) as front
            from above
            where above.id in (select ${folded} from found)
              and above.ancestor in (select ${folded} from found)
            group by above.id),
          counted as (select front, count(*) as copies from behind group by front)
          select id, coalesce(copies, 0) as folded
          from found left join counted on front = ${folded}
          where ${folded} not in (select id from behind) ${order} limit ${limit}`,
  };
}

export const queries = [
  // --- everything, and orders ---
  list("all models, most downloaded first, unknown last, ties by id", [], "true", {
    fields: "id,downloads",
  }),
  list("closed models are rows where they are asked for",
    ["--closed", "--gone", "--sort", "id"], "true", { from: "models", order: `order by ${folded}` }),
  list("the first twenty", ["--task", "chat"], "chat", { limit: 20 }),
  list("ascending, unknown is last all the same", ["--sort", "+downloads"], "true", {
    fields: "id,downloads",
    order: `order by downloads asc nulls last, ${folded}`,
  }),
  list("two keys: the better class first, then likes", ["--sort", "license_class,-likes"], "true", {
    fields: "id,license_class,likes",
    order: `order by class_rank(license_class) desc nulls last, likes desc nulls last, ${folded}`,
  }),
  list("a bare price is cheapest first", ["--sort", "price_output,price_input"], "true", {
    fields: "id,price_output,price_input",
    order: `order by price_output asc nulls last, price_input asc nulls last, ${folded}`,
  }),
  list("a bare date is newest first", ["--sort", "created"], "true", {
    fields: "id,created",
    order: `order by created desc nulls last, ${folded}`,
  }),
  list("a word sorts by its letters, case aside", ["--sort", "author,-name"], "true", {
    fields: "id,author",
    order: `order by lower(author) nulls last, lower(name) desc nulls last, ${folded}`,
  }),
  list("a flag sorts by what is better", ["--sort", "osi_approved"], "true", {
    fields: "id,osi_approved",
    order: `order by osi_approved desc nulls last, ${folded}`,
  }),

  // --- numbers, decimals, dates ---
  list("7B is seven billion", ["params>=7B"], "params >= 7000000000"),
  list("a range has both of its ends", ["params=7B..13B"], "params between 7000000000 and 13000000000",
    { fields: "id,params" }),
  list("flags of a range are the same range", ["--min-params", "1B", "--max-params", "3B"],
    "params >= 1000000000 and params <= 3000000000"),
  list("128k is 128,000 tokens", ["--min-context", "128k"], "context >= 128000",
    { fields: "id,context" }),
  list("a decimal bound is exact", ["price_output<=0.6", "--sort", "-price_output"],
    "price_output <= 0.6", {
      fields: "id,price_output",
      order: `order by price_output desc nulls last, ${folded}`,
    }),
  list("a decimal is equal to itself alone", ["price_input=0.1,0.15"], "price_input in (0.1, 0.15)",
    { fields: "id,price_input" }),
  list("--max-price is about the blend", ["--max-price", "0.5"], "price_blended <= 0.5",
    { fields: "id,price_blended" }),
  {
    name: "the blend is three parts input and one part output to six digits",
    oms: ["list", "--unfold", "--closed", "--gone", "price_blended>0", "--sort", "id",
      "--fields", "id,price_blended", "-n", "0"],
    sql: `select id, six_digits((3 * price_input + price_output) / 4) as price_blended
          from models where price_input + price_output > 0 order by ${folded}`,
  },
  {
    name: "a price is one that an offer of the model asks",
    oms: ["list", "--unfold", "--closed", "--gone", "price_provider!=unknown", "--sort", "id",
      "--fields", "id,price_input,price_output", "-n", "0"],
    sql: `select m.id, o.input as price_input, o.output as price_output
          from models m join offers o on o.id = m.id and o.shown and o.host = m.price_provider
          order by lower(m.id)`,
  },
  list("after a month is after its last day", ["created>2025-06"], "created > date '2025-06-30'",
    { fields: "id,created" }),
  list("a year is all of its days", ["modified=2024"], "year(modified) = 2024",
    { fields: "id,modified" }),
  list("before a day leaves the day out", ["created<2023-03-15"], "created < date '2023-03-15'"),

  // --- words, closed sets, lists ---
  list("alternatives of one flag, all of several flags",
    ["--library", "transformers,diffusers", "--author", "mistralai,google,Qwen"],
    "lower(library) in ('transformers', 'diffusers') and lower(author) in ('mistralai', 'google', 'qwen')"),
  list("at least a class of license is by the order of openness", ["--min-license-class", "open-other"],
    "class_rank(license_effective) >= class_rank('open-other')"),
  list("a closed set compares by its order", ["gated<no"], "gated_rank(gated) < gated_rank('no')",
    { fields: "id,gated" }),
  list("all components that --open names are open", ["--open", "data,weights"],
    "open_data = 'open' and open_weights = 'open'"),
  list("--license osi needs the text and what is left of it", ["--license", "osi"],
    "osi_approved and license_effective in ('osi-permissive', 'osi-copyleft')"),
  list("--license commercial is barred by what the bases pass on", ["--license", "commercial"],
    `commercial_use = 'yes'
     and license_effective not in ('proprietary', 'research-only', 'non-commercial')`),
  list("a license id is the declared one, also as a part of several", ["--license", "apache-2.0"],
    "has_word(string_split(license, ' AND '), 'apache-2.0')", { fields: "id,license" }),
  list("a license that is excluded must be known not to be it", ["--license", "!mit"],
    "not has_word(string_split(license, ' AND '), 'mit')"),
  list("a word of a list stands in it whole", ["tags=gguf"], "has_word(tags, 'gguf')"),
  list("a part of a word of a list", ["tags~medic"], "has_part(tags, 'medic')",
    { fields: "id,tags" }),
  list("no word of a list has the part, and there is a list", ["tags!~region"],
    "tags is not null and not has_part(tags, 'region')"),
  list("a language is a word of the list", ["--language", "ja"], "has_word(languages, 'ja')",
    { fields: "id,languages" }),
  list("a domain with a task", ["--domain", "medical", "--task", "text-generation"],
    "has_word(domain, 'medical') and task = 'text-generation'"),
  list("an alias of tasks stands for several", ["--task", "embeddings"],
    "task in ('feature-extraction', 'sentence-similarity')"),
  list("chat is a flag of its own", ["--task", "chat", "--no-gated"], "chat and gated = 'no'"),
  list("where it can be had", ["--available-on", "groq,azure"],
    "has_word(available_on, 'groq') or has_word(available_on, 'azure')"),

  // --- searches ---
  list("a search is a part of the id, case aside", ["--search", "LLaMA"],
    "contains_folded(id, 'llama')"),
  list("a search has no wildcards", ["--search", "_v0.1"], "contains_folded(id, '_v0.1')"),
  list("signs of patterns are letters like others", ["--search", "%"], "contains_folded(id, '%')"),
  list("two searches both hold", ["--search", "instruct", "--search", "7b"],
    "contains_folded(id, 'instruct') and contains_folded(id, '7b')"),
  list("a part of a name, not of its owner", ["name~qwen", "author!=qwen"],
    "contains_folded(name, 'qwen') and lower(author) <> 'qwen'"),

  // --- three values ---
  list("unequal is unknown where nothing is known", ["task!=text-generation"],
    "task <> 'text-generation'", { fields: "id,task" }),
  list("not of unknown is unknown", ["--where", "not (params >= 7B)"], "not (params >= 7000000000)"),
  list("or holds where one side is known to hold", ["--where", "params >= 70B or likes > 500"],
    "params >= 70000000000 or likes > 500"),
  list("not of a whole expression", ["--where", "not (license_class = osi-permissive and chat = yes)"],
    "not (license_class = 'osi-permissive' and chat)"),
  list("nested not, and, or",
    ["--where", "not (openness >= 2 or not (likes < 100)) and (gated = no or license = unknown)"],
    "not (openness >= 2 or not (likes < 100)) and (gated = 'no' or no_license)"),
  list("missing values can be asked for", ["license=unknown", "license_reason=not-declared"],
    "no_license and license_reason = 'not-declared'", { fields: "id,license" }),
  list("known values can be asked for", ["quantization!=unknown", "--sort", "quantization"],
    "quantization is not null", {
      fields: "id,quantization",
      order: `order by lower(quantization), ${folded}`,
    }),
  list("a value or none", ["gated=manual,unknown"], "gated = 'manual' or gated is null"),
  {
    name: "with --unknown those of whom nothing is known come last, in the same order",
    oms: ["list", "--unfold", "--unknown", "params<1B", "price_output<=1", "--fields",
      "id,params,price_output", "-n", "0"],
    sql: `select id, params, price_output from (
            select *, (params < 1000000000 and price_output <= 1) as truth from shown)
          where truth is not false
          order by truth is null, downloads desc nulls last, ${folded}`,
  },

  // --- folding of copies ---
  fold("copies stand behind their base and are counted", [], "true", { limit: 0 + 20000 }),
  fold("copies whose base does not match stay", ["quantization!=unknown"],
    "quantization is not null", { limit: 20000 }),
  fold("copies fold into what a search finds", ["--search", "instruct"],
    "contains_folded(id, 'instruct')", { limit: 20000 }),
  fold("copies fold after conditions, before the limit", ["--task", "chat", "--license", "osi"],
    `chat and osi_approved and license_effective in ('osi-permissive', 'osi-copyleft')`,
    { limit: 20 }),
  fold("more copies first", ["--sort", "-folded", "--task", "text-generation"],
    "task = 'text-generation'",
    { order: `order by folded desc, ${folded}`, limit: 300 }),

  // --- scores ---
  {
    name: "of several scores the best grade counts, then the newest, then the first",
    oms: ["list", "--unfold", "--closed", "--quality", "ollb2", "quality!=unknown", "--sort",
      "quality", "--fields", "id,quality,quality_as_of,quality_grade", "-n", "0"],
    sql: `with best as (
            select id, value, as_of, grade, row_number() over (
              partition by id
              order by grade_rank(grade) desc nulls last, as_of desc nulls last, place) as nth
            from scores where metric = 'ollb2')
          select id, value as quality, as_of as quality_as_of, grade as quality_grade
          from best join (
            select id from models where coalesce(status, '') not in ('gone', 'renamed')) using (id)
          where nth = 1 order by value desc, ${folded}`,
  },
  {
    name: "where lower is better the best comes first",
    oms: ["list", "--unfold", "--quality", "wer", "quality<8", "--sort", "-quality", "--fields",
      "id,quality", "-n", "0"],
    sql: `with best as (
            select id, value, row_number() over (
              partition by id
              order by grade_rank(grade) desc nulls last, as_of desc nulls last, place) as nth
            from scores where metric = 'wer')
          select id, value as quality from best join (select id from shown) using (id)
          where nth = 1 and value < 8 order by value, ${folded}`,
  },

  // --- counts by facet ---
  count("models by a word", ["--count-by", "library"], "library", "true"),
  {
    name: "models by a closed set whose unknown is a word",
    oms: ["list", "--unfold", "--count-by", "license_class", "-n", "0"],
    sql: `select coalesce(license_class, 'unknown') as value, count(*) as models
          from shown group by license_class
          order by (license_class is null), models desc, value`,
  },
  count("models by task, with a condition", ["--count-by", "task", "likes>=100"], "task",
    "likes >= 100"),
  count("models by a flag", ["--count-by", "osi_approved"], "osi_approved", "true"),
  count("models by a number", ["--count-by", "openness"], "openness", "true"),
  count("models by a day", ["--count-by", "price_as_of"], "price_as_of", "true"),
  countWords("models by language, each of a list counts", ["--count-by", "languages"], "languages",
    "true"),
  countWords("models by tag, of one author", ["--count-by", "tags", "--author", "google"], "tags",
    "lower(author) = 'google'"),

  // --- the same from CSV ---
  {
    name: "an export in CSV answers the same",
    oms: ["list", "--unfold", "--language", "de", "params>=1B", "--fields",
      "id,params,created", "-n", "0"],
    sql: `select id, params, created from read_csv('$CSV/models-*.csv', sample_size = -1)
          where has_word(string_split(languages, ';'), 'de') and params >= 1000000000
            and not starts_with(id, 'openrouter:')
            and coalesce(status, 'unknown') not in ('gone', 'renamed') ${byDownloads}`,
  },
  {
    name: "offers in CSV are the offers in NDJSON",
    oms: ["list", "--unfold", "--closed", "--gone", "price_blended!=unknown", "--sort", "id",
      "--fields", "id,price_provider,price_blended,price_as_of", "-n", "0"],
    sql: `select id, host as price_provider, blended as price_blended, as_of as price_as_of
          from read_csv('$CSV/offers-*.csv', sample_size = -1)
          where shown and blended is not null order by ${folded}`,
  },
];
