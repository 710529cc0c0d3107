#include "cli/completion_scripts.h"

#include <array>

namespace oms {
namespace {

constexpr std::string_view kBash =
    R"script(# Completion of oms for bash, made by 'oms completion bash'.

_oms() {
  local line=${COMP_LINE:0:COMP_POINT} words=() word rest i
  # readline also ends words at = and :, oms does not.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    rest=${line#"${line%%[![:space:]]*}"}
    ((i < COMP_CWORD)) || word=$rest
    if [[ ${#words[@]} -gt 0 && $rest == "$line" ]]; then
      words[${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    line=${rest#"$word"}
  done
  local typed=${words[${#words[@]}-1]} lead=
  case $typed in
    [\'\"]*) typed=${typed:1} ;;
    *) lead=${typed%"${typed##*[=:]}"} ;;
  esac
  words=("${words[@]:1:${#words[@]}-2}" "$typed")

  COMPREPLY=()
  while IFS= read -r line; do
    word=${line%%$'\t'*}
    case $word in
      :files) compopt -o filenames 2>/dev/null
              while IFS= read -r word; do COMPREPLY+=("$word"); done \
                < <(compgen -f -- "${typed#"$lead"}") ;;
      :folders) compopt -o filenames 2>/dev/null
                while IFS= read -r word; do COMPREPLY+=("$word"); done \
                  < <(compgen -d -- "${typed#"$lead"}") ;;
      *) COMPREPLY+=("${word:${#lead}}") ;;
    esac
  done < <("$1" complete -- "${words[@]}" 2>/dev/null)
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/=,] ]]; then
    compopt -o nospace 2>/dev/null
  fi
  return 0
}
complete -F _oms oms
)script";

constexpr std::string_view kZsh = R"script(#compdef oms
# Completion of oms for zsh, made by 'oms completion zsh'.

_oms() {
  local program=${(Q)words[1]} line word
  local -a lines whole whole_text open open_text
  lines=("${(@f)$(${~program} complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  for line in $lines; do
    word=${line%%$'\t'*}
    case $word in
      (:files) compset -P '*='; _files ;;
      (:folders) compset -P '*='; _files -/ ;;
      (*[/=,]) open+=($word); open_text+=("${line/$'\t'/  -- }") ;;
      (*) whole+=($word); whole_text+=("${line/$'\t'/  -- }") ;;
    esac
  done
  local -a same=(-M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}')
  (( $#open )) && compadd $same -S '' -l -d open_text -a open
  (( $#whole )) && compadd $same -l -d whole_text -a whole
  return 0
}

if [[ $funcstack[1] == _oms ]]; then
  _oms "$@"
else
  compdef _oms oms
fi
)script";

constexpr std::string_view kFish =
    R"script(# Completion of oms for fish, made by 'oms completion fish'.

function __oms_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    for line in ($program complete -- $words "$typed" 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path (string replace -r -- '^--[^=]*=' '' "$typed")
            case ':folders'
                __fish_complete_directories (string replace -r -- '^--[^=]*=' '' "$typed")
            case '*'
                echo $line
        end
    end
end
complete -c oms -f -a '(__oms_complete)'
)script";

constexpr std::array kScripts = {
    CompletionScript{"bash", kBash},
    CompletionScript{"zsh", kZsh},
    CompletionScript{"fish", kFish},
};

}  // namespace

std::span<const CompletionScript> completion_scripts() { return kScripts; }

}  // namespace oms
