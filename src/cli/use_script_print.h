// Second part of the program of 'show A B --use': cost, printing and main.
#pragma once

#include <string_view>

namespace oms {

inline constexpr std::string_view kTryPrint = R"py(
# --- Cost -----------------------------------------------------------------------------------------


def cost(answer):
    """USD, or None when it is not known."""
    model = answer.model
    if model.input is None or model.output is None:
        return None
    if is_free(model):
        return decimal.Decimal(0)
    if answer.tokens_in is None or answer.tokens_out is None:
        return None
    price_in, price_out = decimal.Decimal(model.input), decimal.Decimal(model.output)
    return (answer.tokens_in * price_in + answer.tokens_out * price_out) / 1000000


def money(value, model):
    if value is None:
        return "unknown"
    return "free" if is_free(model) else f"{value.normalize():f} USD"


def is_free(model):
    prices = (model.input, model.output)
    return None not in prices and not any(map(decimal.Decimal, prices))


def total(values):
    """The sum; None when one of them is not known, or there is none."""
    return None if not values or None in values else sum(values)


# --- Printing -------------------------------------------------------------------------------------


def clean(text):
    """Without what a terminal would obey, or show in another order."""
    return "".join(
        c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") else
        " " if c in "\t\r" else "\N{REPLACEMENT CHARACTER}" for c in text)


def width_of(text):
    return sum(0 if unicodedata.combining(c) else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(text, width):
    """Lines of at most `width` columns; blanks stay, as code needs them, but where a line ends."""
    lines = []
    for paragraph in clean(text).split("\n"):
        line = ""
        for word in re.findall(" +|[^ ]+", paragraph.rstrip()):
            while width_of(line) + width_of(word) > width:
                if line.strip() or word[0] == " ":
                    lines.append(line.rstrip())
                    line, word = "", word.lstrip(" ")
                    continue
                line = ""
                cut = len(word)
                while cut > 1 and width_of(word[:cut]) > width:
                    cut -= 1
                joint = max(word.rfind(mark, 0, cut) for mark in "/-_,") + 1
                cut = joint if joint > cut // 3 else cut
                lines.append(word[:cut])
                word = word[cut:]
            line += word
        lines.append(line.rstrip())
    return lines


def side_by_side(cells, width):
    rows = [wrapped(cell, width) for cell in cells]
    if not any(cells):
        return
    for i in range(max(map(len, rows))):
        line = [row[i] if i < len(row) else "" for row in rows]
        print(" | ".join(part + " " * (width - width_of(part)) for part in line).rstrip())


def tokens(value):
    return "unknown" if value is None else str(value)


def figures(answer):
    if answer.error:
        return ""
    return (f"{tokens(answer.tokens_in)} in, {tokens(answer.tokens_out)} out\n"
            f"{money(cost(answer), answer.model)}, {answer.seconds:.1f} s")


def print_answers(answers, columns):
    most = max(1, (columns + 3) // (NARROWEST + 3))
    for first in range(0, len(answers), most):
        some = answers[first:first + most]
        width = max(NARROWEST, (columns - 3 * (len(some) - 1)) // len(some))
        side_by_side([answer.model.id for answer in some], width)
        print("-+-".join("-" * width for _ in some))
        side_by_side(["error: " + answer.error if answer.error else answer.text + "\n"
                      for answer in some], width)
        side_by_side(list(map(figures, some)), width)
        print()


def print_table(rows):
    widths = [max(width_of(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = [cell + " " * (width - width_of(cell)) if i == 0 else
                 " " * (width - width_of(cell)) + cell
                 for i, (cell, width) in enumerate(zip(row, widths))]
        print("  ".join(cells).rstrip())


def print_totals(asked, answers, prompts):
    rows = [["MODEL", "ANSWERS", "IN", "OUT", "COST"]]
    for model in asked:
        own = [answer for answer in answers if answer.model is model and not answer.error]
        sums = [tokens(total([answer.tokens_in for answer in own])),
                tokens(total([answer.tokens_out for answer in own])),
                money(total([cost(answer) for answer in own]), model)]
        rows.append([model.id, f"{len(own)} of {prompts}", *(sums if own else "---")])
    print_table(rows)
    print()
    for model in asked:
        prices = f"{model.input} in, {model.output} out, USD per 1M tokens: {model.quote}"
        print(f"{model.id}: {prices if model.quote else 'no price known'}")


# --- The program ----------------------------------------------------------------------------------


def wrong_use(text):
    print(f"{os.path.basename(sys.argv[0]) or 'try'}: {text}", file=sys.stderr)
    return 2


def read_prompts(arguments):
    if not arguments:
        return PROMPTS
    if len(arguments) > 1 or (arguments[0] != "-" and arguments[0].startswith("-")):
        raise SystemExit(wrong_use("takes one file of prompts, or - for standard input"))
    try:
        name = arguments[0]
        with open(0 if name == "-" else name, encoding="utf-8", errors="replace") as file:
            prompts = [line.strip() for line in file if line.strip()]
    except OSError as error:
        raise SystemExit(wrong_use(f"cannot read '{clean(arguments[0])}': {error.strerror}"))
    if not prompts:
        raise SystemExit(wrong_use(f"'{clean(arguments[0])}' has no prompt"))
    return prompts


def server():
    base = os.environ.get("OMS_TRY_BASE_URL", "").rstrip("/")
    if base:
        if not base.startswith(("http://", "https://")):
            raise SystemExit(wrong_use("OMS_TRY_BASE_URL takes http://HOST/v1 or https://HOST/v1"))
        return Server(base, "OMS_TRY_KEY", True)
    router = Server(ROUTER, "HF_TOKEN", False)
    if not router.key:
        raise SystemExit(wrong_use("HF_TOKEN is not set: the Hugging Face router needs a token "
                                   "(https://huggingface.co/settings/tokens)"))
    return router


def ask_all(asking, asked, prompt):
    """All models at once. Who sends a little for ever is left behind at the deadline."""
    answers = [None] * len(asked)

    def work(i):
        answers[i] = asking.ask(asked[i], prompt)

    threads = [threading.Thread(target=work, args=(i,), daemon=True) for i in range(len(asked))]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + asking.timeout + 0.5
    for thread in threads:
        thread.join(max(0, deadline - time.monotonic()))
    late = f"no answer within {asking.timeout:g} s"
    return [answer or Answer(model, error=late) for model, answer in zip(asked, answers)]


def main(arguments):
    prompts = read_prompts(arguments)
    asking = server()
    asked = [model for model in MODELS if asking.name_of(model)]
    for model in MODELS:
        if model not in asked:
            print(f"{model.id}: not asked, no provider of the router is known", file=sys.stderr)
    if not asked:
        return 1
    columns = shutil.get_terminal_size().columns
    everything = []
    for i, prompt in enumerate(prompts, 1):
        print("\n".join(wrapped(f"Prompt {i} of {len(prompts)}: {prompt}", columns)) + "\n")
        answers = ask_all(asking, asked, prompt)
        print_answers(answers, columns)
        sys.stdout.flush()
        everything += answers
    print_totals(asked, everything, len(prompts))
    return 0 if any(not answer.error for answer in everything) else 1


if __name__ == "__main__":
    try:
        sys.stdout.reconfigure(errors="replace")
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        os._exit(130)
    except BrokenPipeError:
        os._exit(0)
    sys.exit(code)
)py";

}  // namespace oms
