#compdef arborist
# Completion of arborist for zsh, written by 'arborist completion zsh'.
# What can be typed stands in the tables below; tasks, names and runs are asked of the program.

# TABLES
# Offers the values of a place: what it is called, whether one or many, and then words, /files,
# /dirs or ?QUERY.
_arborist_offer() {
  local label=$1 amount=$2 item ret=1
  local -a fixed expl
  shift 2
  for item; do
    case $item in
      /files) _files && ret=0 ;;
      /dirs) _files -/ && ret=0 ;;
      \?*)
        if [[ $amount == many ]]; then
          _sequence _arborist_ask - "$label" "${item#\?}" && ret=0
        else
          _arborist_ask "$label" "${item#\?}" && ret=0
        fi
        ;;
      *) fixed+=("$item") ;;
    esac
  done
  if (( $#fixed )); then
    if [[ $amount == many ]]; then
      _sequence _wanted words expl "$label" compadd -a - fixed && ret=0
    else
      _wanted words expl "$label" compadd -a fixed && ret=0
    fi
  fi
  return ret
}

# Offers what the program answers; the last two arguments are the label and the question.
_arborist_ask() {
  local label=${@[-2]} query=${@[-1]} value description line
  local quote=$compstate[quote] # one that is still open
  local -a values shown expl
  while IFS= read -r line; do
    value=${line%%$'\t'*}
    description=${line#*$'\t'}
    values+=("$value")
    shown+=("$value${description:+  $description}")
  done < <(arborist __complete plain "$query" "${(Q)${:-$quote$PREFIX$quote}}" "${_arborist_line[@]}" 2>/dev/null </dev/null)
  (( $#values )) || return 1
  _wanted -V tasks expl "$label" compadd "${@[1,-3]}" -l -d shown -a values
}

_arborist_below() {
  local curcontext=$curcontext context state state_descr ret=1
  local -a line specs until
  local -A opt_args
  _arborist_specs "$1"
  # Called from here, since zsh takes back what it does to words when a function ends.
  _arguments -C -S "${until[@]}" : "${specs[@]}" && ret=0
  if [[ $state == below ]]; then
    _arborist_below "$1 $line[1]" && ret=0
  fi
  return ret
}

_arborist() {
  local -a _arborist_line
  _arborist_line=("${(@Q)words}")
  _arborist_below arborist
}

if [[ $funcstack[1] == _arborist ]]; then
  _arborist "$@"
else
  compdef _arborist arborist
fi
