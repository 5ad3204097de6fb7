"""WordPress with its own comments, from Debian's packages, in a folder that goes away.

Needs: apt install wordpress php-fpm php-mysql mariadb-server nginx-light wordpress-theme-twentytwentyone
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from _load import free_port, wait_for

SOURCE = Path("/usr/share/wordpress")

CONFIG = """<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('AUTH_KEY', 'bench'); define('SECURE_AUTH_KEY', 'bench'); define('LOGGED_IN_KEY', 'bench');
define('NONCE_KEY', 'bench'); define('AUTH_SALT', 'bench'); define('SECURE_AUTH_SALT', 'bench');
define('LOGGED_IN_SALT', 'bench'); define('NONCE_SALT', 'bench');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
define('WP_HOME', 'http://127.0.0.1:{port}'); define('WP_SITEURL', 'http://127.0.0.1:{port}');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""

INSTALL = """<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1:{port}';
require '{root}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Bench', 'admin', 'bench@example.invalid', true, '', 'bench');
$post = wp_insert_post(['post_title' => 'Bench', 'post_status' => 'publish',
  'post_content' => str_repeat('<p>' . str_repeat('salt tide rope lamp ', 40) . '</p>', 12)]);
mt_srand(7);
$ids = [0];
for ($i = 0; $i < {comments}; $i++) {{
  $text = '';
  for ($w = mt_rand(10, 60); $w > 0; $w--) $text .= 'word' . mt_rand(0, 2000) . ' ';
  $ids[] = wp_insert_comment(['comment_post_ID' => $post, 'comment_author' => 'Reader ' . ($i % 300),
    'comment_author_email' => 'r' . ($i % 300) . '@example.invalid', 'comment_content' => $text,
    'comment_parent' => mt_rand(0, 99) < 40 ? 0 : $ids[mt_rand(0, count($ids) - 1)],
    'comment_approved' => 1]);
}}
update_option('permalink_structure', '');
switch_theme('twentytwentyone');
echo $post;
"""

NGINX = """
worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log; daemon off; user {user};
events {{ worker_connections 512; }}
http {{
  access_log off; include /etc/nginx/mime.types; gzip on; gzip_types text/html text/css;
  client_body_temp_path {folder}/body; fastcgi_temp_path {folder}/fcgi; proxy_temp_path {folder}/proxy;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port}; root {root}; index index.php;
    location ~ \\.php$ {{ include /etc/nginx/fastcgi.conf; fastcgi_pass unix:{folder}/php.sock; }}
  }}
}}
"""

FPM = """
[global]
error_log = {folder}/fpm.log
daemonize = no
[www]
user = {user}
listen = {folder}/php.sock
listen.mode = 0666
pm = static
pm.max_children = 4
"""


@dataclass(frozen=True)
class WordPress:
    port: int
    path: str
    version: str


def missing() -> str:
    """What is not installed, in words; empty when all is there."""
    tools = {"mariadbd": find("mariadbd"), "php-fpm": fpm(), "nginx": find("nginx")}
    absent = [name for name, path in tools.items() if not path]
    if not SOURCE.exists():
        absent.append("wordpress")
    return ", ".join(absent)


@contextmanager
def wordpress(comments: int) -> Iterator[WordPress]:
    """A post with that many comments, served by nginx, php-fpm (4 processes) and MariaDB."""
    with tempfile.TemporaryDirectory(prefix="wordpress-bench-") as name, ExitStack() as stack:
        folder, port = Path(name), free_port()
        root, user = folder / "www", "www-data"
        shutil.copytree(SOURCE, root, symlinks=False, ignore_dangling_symlinks=True)
        (root / "wp-config.php").write_text(CONFIG.format(socket=folder / "db.sock", port=port))
        for path in (folder, *folder.rglob("*")):
            path.chmod(path.stat().st_mode | 0o555)
        start_database(stack, folder)
        install = folder / "install.php"
        install.write_text(INSTALL.format(port=port, root=root, comments=comments))
        post = (
            subprocess.run(["php", install], check=True, capture_output=True, text=True)
            .stdout.strip()
            .split()[-1]
        )
        values = {"folder": folder, "port": port, "root": root, "user": user}
        (folder / "nginx.conf").write_text(NGINX.format(**values))
        (folder / "fpm.conf").write_text(FPM.format(**values))
        start(stack, [fpm(), "--nodaemonize", "--fpm-config", folder / "fpm.conf"])
        start(stack, [find("nginx"), "-c", folder / "nginx.conf", "-p", folder])
        path = f"/?p={post}"
        wait_for(lambda: reads(port, path))
        version = (root / "wp-includes/version.php").read_text().split("$wp_version = '")[1]
        yield WordPress(port, path, version.partition("'")[0])


def start_database(stack: ExitStack, folder: Path) -> None:
    data, account = folder / "data", pwd.getpwnam("mysql")
    data.mkdir()
    os.chown(data, account.pw_uid, account.pw_gid)
    os.chmod(folder, 0o777)
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(
        ["mariadb-install-db", f"--datadir={data}", "--user=mysql", "--skip-test-db",
         "--auth-root-authentication-method=normal"],
        **quiet,
    )  # fmt: skip
    socket = folder / "db.sock"
    start(stack, [find("mariadbd"), "--no-defaults", f"--datadir={data}", "--user=mysql",
                  f"--socket={socket}", "--skip-networking", f"--pid-file={folder}/db.pid"])  # fmt: skip
    client = ["mariadb", "-uroot", f"--socket={socket}", "-e"]
    wait_for(lambda: subprocess.run([*client, "select 1"], capture_output=True).returncode == 0)
    subprocess.run([*client, "create database wordpress"], **quiet)


def start(stack: ExitStack, words: list[str | Path | None]) -> None:
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stack.callback(process.wait, 15)
    stack.callback(process.terminate)


def find(tool: str) -> str | None:
    return shutil.which(tool, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def fpm() -> str | None:
    found = sorted(Path("/usr/sbin").glob("php-fpm*"))
    return str(found[-1]) if found else None


def reads(port: int, path: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
            return answer.status == 200 and b"comment-" in answer.read()
    except OSError:
        return False
