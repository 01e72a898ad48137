#!/usr/bin/env bash
# Unpacks a real MySQL server and its clients beside the build, installing nothing: unpack-mysql.sh DIR
# Fetches Debian's mysql-server-core and mysql-client-core (in unstable only) and all they need, from the mirror that this
# machine's own apt sources name and checked with Debian's own keys, and unpacks it into DIR/packages. What DIR already
# holds is used again.
set -euo pipefail

dir=$(mkdir -p "$1" && cd "$1" && pwd)
exec 9>"$dir/lock"
flock 9
[ -e "$dir/complete" ] && [ -x "$dir/packages/usr/bin/mysqldump" ] && exit 0

for tool in apt-get dpkg-deb; do
  command -v "$tool" >/dev/null || { echo "no $tool on this machine" >&2; exit 1; }
done
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r "$keys" ] || { echo "no $keys on this machine" >&2; exit 1; }
mirror=$(cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
  grep -E '^(URIs:|deb )' | grep -oE 'https?://[^] ]+/debian/?( |$)' | head -1 | tr -d ' ') || true
[ -n "$mirror" ] || { echo "no Debian mirror in this machine's apt sources" >&2; exit 1; }

rm -rf "$dir/apt" "$dir/packages"
mkdir -p "$dir"/apt/{lists,cache}/partial "$dir"/apt/cache/archives/partial "$dir/packages"
: >"$dir/apt/status"
echo "deb [signed-by=$keys] $mirror unstable main" >"$dir/apt/sources.list"
cat >"$dir/apt/apt.conf" <<CONF
#clear APT::Update;
#clear DPkg;
Dir::Etc::sourcelist "$dir/apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::Etc::preferencesparts "-";
Dir::State::lists "$dir/apt/lists";
Dir::State::status "$dir/apt/status";
Dir::Cache "$dir/apt/cache";
Dir::Cache::archives "$dir/apt/cache/archives";
APT::Sandbox::User "";
APT::Install-Recommends "false";
APT::Get::Assume-Yes "true";
APT::Default-Release "";
APT::Keep-Downloaded-Packages "true";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "20";
CONF
apt-get -q -c "$dir/apt/apt.conf" update
apt-get -q -c "$dir/apt/apt.conf" install --download-only mysql-server-core mysql-client-core
for package in "$dir"/apt/cache/archives/*.deb; do
  dpkg-deb -x "$package" "$dir/packages"
done
[ -x "$dir/packages/usr/sbin/mysqld" ] && [ -x "$dir/packages/usr/bin/mysqldump" ] || { echo "the packages hold no mysqld or no mysqldump" >&2; exit 1; }
rm -rf "$dir/apt"
touch "$dir/complete"
