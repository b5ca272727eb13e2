# Completion of arborist for fish, written by 'arborist completion fish'.
# What can be typed stands in the tables below; tasks, names and runs are asked of the program.

# Finds the command that the words before the cursor name, and how many words stand behind it.
function __arborist_parse
    set -l words (commandline -opc)
    while string match -rq -- '^\w+=' "$words[1]"
        set -e words[1] # a variable for this command alone
    end
    test "$words" = "$__arborist_words" && return
    set -g __arborist_words $words
    set -g __arborist_path arborist
    set -g __arborist_count 0
    set -l option
    set -l ended
    for word in $words[2..]
        if test -n "$option"
            set option
        else if test -z "$ended" && test "$word" = --
            set ended 1
        else if test -z "$ended" && string match -q -- '-*' $word
            contains -- $word (__arborist_valued $__arborist_path) && set option $word
        else if test $__arborist_count = 0 && contains -- $word (__arborist_below $__arborist_path)
            set __arborist_path "$__arborist_path $word"
        else
            set __arborist_count (math $__arborist_count + 1)
        end
    end
end

function __arborist_at
    __arborist_parse
    test "$__arborist_path" = "$argv[1]"
end

# FIRST LAST PATH: whether the cursor is at a place from the first to the last behind a command.
function __arborist_place
    __arborist_at $argv[3] && test $__arborist_count -ge $argv[1] -a $__arborist_count -le $argv[2]
end

# The word at the cursor, without its quotes and the option that it belongs to.
function __arborist_typed
    set -l token (commandline -ct)
    for close in '' \' '"'
        if set -l word (string unescape -- "$token$close")
            string replace -r -- '^--[^=]*=' '' "$word"
            return
        end
    end
    printf '%s\n' "$token"
end

# What stands before the last of several values.
function __arborist_before
    string match -q -- many $argv[1] && string replace -rf -- '^(.*,)[^,]*$' '$1' (__arborist_typed)
end

function __arborist_words
    set -l before (__arborist_before $argv[1])
    set -l used (string split -- , "$before")
    for word in $argv[2..]
        contains -- $word $used && continue
        printf '%s\t\n' "$before$word" # with no description, or it would be the option's
    end
end

function __arborist_ask
    set -l before (__arborist_before $argv[1])
    set -l typed (__arborist_typed)
    test -n "$before" && set typed (string replace -r -- '^.*,' '' $typed)
    type -q arborist || return
    set -l used (string split -- , "$before")
    for line in (arborist __complete plain $argv[2] "$typed" (commandline -op) 2>/dev/null </dev/null)
        contains -- (string split -m 1 \t -- $line)[1] $used && continue
        printf '%s\n' "$before$line"
    end
end

# TABLES
