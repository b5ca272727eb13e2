#!/bin/sh
# Makes, behind the jar, what lets bin/arborist start sooner: in the directory start-up beside the jar
#
#   libsqlitejdbc.so  SQLite's library for this machine, which the driver else unpacks at every start
#   classes.jsa       the classes of the everyday commands, as the JVM keeps them (JDK 17 to 24)
#   classes.aot       the same for JDK 25 and later
#   made-for          which jar and which JDK they belong to; written last
#   log               what the tools said
#
# Without them everything works, but later. So what goes wrong is told in one line and fails no build.
# usage: start-up.sh JAVA_HOME JAR
home=$1
jar=$2
place=${jar%/*}/start-up
unset ARBORIST_ACTOR ARBORIST_DURABILITY CLASSPATH JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
LC_ALL=C.UTF-8
export LC_ALL

give_up() {
  rm -f "$place"/classes.*
  echo "[WARNING] arborist will start later than it could: $1; see $place/log"
  exit 0
}

# The options of bin/arborist, and one more.
run() {
  "$home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dorg.sqlite.lib.path=$place" "$@" >>"$place/log" 2>&1
}

rehearse() {
  rm -rf "$place/rehearsal"
  mkdir "$place/rehearsal" || return 1
  ARBORIST_DB=$place/rehearsal/queue.db run "$@" -cp "$jar" dev.arborist.cli.Rehearsal
}

rm -rf "$place"
mkdir "$place" || give_up "$place cannot be created"
case $place in
  *:*) give_up "the JVM takes the colon in $place for two paths" ;;
esac

unpack() {
  folder=org/sqlite/native/$("$home/bin/java" -cp "$jar" org.sqlite.util.OSInfo) &&
    cd "$place" && "$home/bin/jar" xf "$jar" "$folder" && mv "$folder"/* . && rm -r org
}
(unpack >>"$place/log" 2>&1) || give_up "SQLite's library could not be unpacked"

[ -r "$home/release" ] || give_up "$home does not say which JDK it is"
version=
while read -r line; do
  case $line in
    JAVA_RUNTIME_VERSION=*) version=$line ;;
  esac
done <"$home/release"
major=${version#*\"}
major=${major%%[!0-9]*}

if [ "${major:-0}" -ge 25 ]; then
  rehearse "-XX:AOTCacheOutput=$place/classes.aot" &&
    run "-XX:AOTCache=$place/classes.aot" -XX:AOTMode=on -jar "$jar" --version ||
    give_up "the classes could not be archived"
else
  rehearse "-XX:DumpLoadedClassList=$place/loaded" &&
    run -Xshare:dump "-XX:SharedClassListFile=$place/loaded" "-XX:SharedArchiveFile=$place/classes.jsa" -cp "$jar" &&
    run -Xshare:on "-XX:SharedArchiveFile=$place/classes.jsa" -jar "$jar" --version ||
    give_up "the classes could not be archived"
fi
rm -rf "$place/rehearsal" "$place/loaded"
printf '%s\n' "$jar" "$home" "$version" >"$place/made-for"
