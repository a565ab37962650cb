/** The command line is wrong: exit code 2. */
export class UsageError extends Error {
  readonly fix: string | null;

  constructor(message: string, fix: string | null = null) {
    super(message);
    this.name = 'UsageError';
    this.fix = fix;
  }
}
