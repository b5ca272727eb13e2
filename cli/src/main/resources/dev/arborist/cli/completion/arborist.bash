# Completion of arborist for bash, written by 'arborist completion bash'.
# What can be typed stands in the tables below; tasks, names and runs are asked of the program.

# TABLES
# Offers the values of a place: its key in the table, what is typed, what stands before that.
_arborist_offer() {
  local typed=$2 before=$3 used='' item value description line items=() asked=()
  _arborist_values "$1"
  IFS=' ' read -r -a items <<<"$reply"
  if [[ ${items[0]} == many ]]; then
    compopt -o nospace 2>/dev/null
    if [[ $typed == *,* ]]; then
      used=,${typed%,*},
      before=$before${typed%,*},
      typed=${typed##*,}
    fi
  fi
  for item in "${items[@]:1}"; do
    case $item in
      /files) compopt -o default 2>/dev/null ;;
      /dirs) compopt -o dirnames 2>/dev/null ;;
      '?'*)
        compopt -o nosort 2>/dev/null
        while IFS= read -r line; do
          [[ $used == *,"${line%%$'\t'*}",* ]] || asked+=("$line")
        done < <(arborist __complete "quoted$quote" "${item#?}" "$typed" "${words[@]}" 2>/dev/null </dev/null)
        for line in "${asked[@]}"; do
          value=$before${line%%$'\t'*}
          description=${line#*$'\t'}
          # Only what is merely listed can be more than what is to be typed, and one alone never is.
          if [[ ${#asked[@]} -gt 1 && -n $description && ${COMP_TYPE-} == @(33|63|64) ]]; then
            value+="  $description"
          fi
          COMPREPLY+=("$value")
        done
        ;;
      "$typed"*) [[ $used == *,"$item",* ]] || COMPREPLY+=("$before$item") ;;
    esac
  done
}

_arborist() {
  local IFS=$' \t\n'
  local line=${COMP_LINE:0:COMP_POINT} words=() i rest word earlier='' reply quote='' begin
  # The words as a person sees them: bash has parted them also at = and :.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    rest=${line#"${line%%[![:space:]]*}"}
    word=${COMP_WORDS[i]}
    ((i < COMP_CWORD)) || word=$rest
    if ((i > 0)) && [[ $rest == "$line" ]]; then
      earlier=${words[${#words[@]} - 1]}
      [[ $word != +([=:]) ]] || ((i < COMP_CWORD)) || earlier+=$word
      words[${#words[@]} - 1]+=$word
    else
      earlier=
      words+=("$word")
    fi
    line=${rest#"$word"}
  done

  # Readline takes an @ at which it parts words for a part of the second.
  [[ $COMP_WORDBREAKS != *@* ]] || earlier=${earlier%@}

  local path=arborist place=0 option='' ended=''
  local count=$((${#words[@]} - 1))
  local typed=${words[count]}
  # Behind a quote that is still open it replaces only what is behind that, and closes it.
  for ((i = 0; i < ${#typed}; i++)); do
    word=${typed:i:1}
    if [[ $word == \\ && $quote != \' ]]; then
      ((i++))
    elif [[ $word == "$quote" ]]; then
      quote=
    elif [[ -z $quote && $word == [\'\"] ]]; then
      quote=$word
      begin=$i
    fi
  done
  if [[ -n $quote ]]; then
    earlier=${typed:0:begin}
    typed=$earlier${typed:begin+1}
    words[count]=$typed
  fi
  for ((i = 1; i < count; i++)); do
    word=${words[i]}
    _arborist_options "$path"
    if [[ -n $option ]]; then
      option=
    elif [[ -z $ended && $word == -- ]]; then
      ended=1
    elif [[ -z $ended && $word == -* ]]; then
      [[ " $reply " != *" $word= "* ]] || option=$word
    else
      _arborist_commands "$path"
      if [[ $place == 0 && " $reply " == *" $word "* ]]; then
        path="$path $word"
      else
        ((place++))
        _arborist_runs "$path"
        ended+=$reply
      fi
    fi
  done

  COMPREPLY=()
  _arborist_commands "$path"
  if [[ -n $option ]]; then
    _arborist_offer "$path $option" "$typed" ''
  elif [[ -z $ended && $typed == --*=* ]]; then
    _arborist_offer "$path ${typed%%=*}" "${typed#*=}" "${typed%%=*}="
  elif [[ -n $reply && $place == 0 && $typed != -* ]]; then
    for word in $reply; do
      [[ $word != "$typed"* ]] || COMPREPLY+=("$word")
    done
  else
    _arborist_values "$path $place"
    if [[ -n $ended || ($typed != -* && (-n $reply || -n $typed)) ]]; then
      _arborist_offer "$path $place" "$typed" ''
    else
      _arborist_options "$path"
      for word in $reply; do
        [[ ${word%=} != "$typed"* ]] || COMPREPLY+=("${word%=}")
      done
    fi
  fi
  for i in "${!COMPREPLY[@]}"; do
    if [[ ${COMPREPLY[i]} == "$earlier"* ]]; then
      COMPREPLY[i]=${COMPREPLY[i]#"$earlier"}
    else
      unset "COMPREPLY[i]" # it has quotes that were not typed before the one that is open
    fi
  done
}

complete -F _arborist arborist
