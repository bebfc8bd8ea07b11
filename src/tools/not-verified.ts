/** What was checked is not as it should be, and the command has said so: the exit code is 3. */
export class NotVerified extends Error {
  constructor() {
    super('not verified');
    this.name = 'NotVerified';
  }
}
