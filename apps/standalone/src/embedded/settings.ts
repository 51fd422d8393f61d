/**
 * The settings of the embedded server, given at every start. Not durable is for tests alone: it may lose what it
 * acknowledged when the computer fails.
 */
export function settings(durable: boolean, port: number): readonly string[] {
  const safety = durable ? 'on' : 'off';
  const chosen: { readonly [name: string]: string } = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // Relative to the database folder: a socket's whole path may not exceed 107 bytes.
    unix_socket_directories: '.',
    max_connections: '200',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A failed statement and the row it failed on may hold a child's name, and a log file is no place for it.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_checkpoints: 'off',
    cluster_name: 'teg',
    fsync: safety,
    synchronous_commit: safety,
    full_page_writes: safety,
    ...(durable ? {} : { wal_level: 'minimal', max_wal_senders: '0', scram_iterations: '1' }),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
