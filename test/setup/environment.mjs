import { TestEnvironment } from 'jest-environment-node';

const TWO_AT_ONCE = 'client is already executing a query';

/**
 * Node, in which a test fails when it made a connection do two things at once: node-postgres only warns of it today, and
 * a warning among so many lines is read by nobody. What a spec opened and did not close is closed when it has run.
 */
export default class Environment extends TestEnvironment {
  #warned = [];
  #hear = (warning) => {
    if (warning.message.includes(TWO_AT_ONCE)) this.#warned.push(warning);
  };

  async setup() {
    await super.setup();
    // Here and not in a setup file: what a test takes for `process` is a copy that hears nothing.
    process.on('warning', this.#hear);
  }

  async handleTestEvent(event) {
    if (event.name === 'run_finish') for (const close of (this.global.accordLeft ?? []).toReversed()) await close();
    if (event.name !== 'test_done') return;
    // Warnings are told one turn later.
    await new Promise((resolve) => setImmediate(resolve));
    event.test.errors.push(...this.#warned.splice(0));
  }

  async teardown() {
    process.off('warning', this.#hear);
    await super.teardown();
    if (this.#warned.length > 0) throw this.#warned[0];
  }
}
