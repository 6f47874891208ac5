"""`completion`: scripts for shells that complete verbs, options, ids and values.

The scripts ask the command for candidates, so that they never become outdated.
"""

from __future__ import annotations

import argparse

from ...verb import Answer, Context, Verb

BASH = r"""# laceventlog: completion for bash. Put into ~/.bashrc:  eval "$(laceventlog completion bash)"
_laceventlog() {
    local current=${COMP_WORDS[COMP_CWORD]} value rest
    [[ $current == "=" ]] && current=
    COMPREPLY=()
    while IFS=$'\t' read -r value rest; do
        if [[ $value == ":files" ]]; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$current")
        elif [[ -n $value ]]; then
            COMPREPLY+=("$(printf '%q' "$value")")
        fi
    done < <("$1" __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _laceventlog laceventlog
"""
ZSH = r"""#compdef laceventlog
# laceventlog: completion for zsh. Put into ~/.zshrc, after compinit:  eval "$(laceventlog completion zsh)"
_laceventlog() {
    local line value
    local -a found
    local -i files=0
    while IFS= read -r line; do
        value=${line%%$'\t'*}
        if [[ $value == ":files" ]]; then
            files=1
        elif [[ -n $value ]]; then
            found+=("${value//:/\\:}:${line#*$'\t'}")
        fi
    done < <("${words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    (( $#found )) && _describe -t values laceventlog found
    (( files )) && _files
}
if [[ $funcstack[1] == _laceventlog ]]; then
    _laceventlog "$@"
else
    compdef _laceventlog laceventlog
fi
"""
FISH = r"""# laceventlog: completion for fish. Save as ~/.config/fish/completions/laceventlog.fish
function __laceventlog_complete
    set -l words (commandline -opc)
    for line in ($words[1] __complete $words[2..-1] (commandline -ct) 2>/dev/null)
        if string match -q -- ':files*' $line
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c laceventlog -f -a '(__laceventlog_complete)'
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("shell", choices=tuple(SCRIPTS), metavar="SHELL", help="bash, zsh or fish")


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The script for one shell."""
    del context
    return Answer(SCRIPTS[args.shell])


COMPLETION = Verb(
    "completion",
    "print a completion script for a shell",
    "laceventlog completion fish > laceventlog.fish",
    _options,
    _run,
    rest="",
)
