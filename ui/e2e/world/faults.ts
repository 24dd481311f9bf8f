// What no page may do in any test: throw, complain, be stopped by the policy, or ask anybody but us.
import type { Page } from 'playwright-core';

export class Faults {
  readonly #found: string[] = [];

  constructor(page: Page, pages: string) {
    const { origin } = new URL(pages);
    page.on('pageerror', (error) => this.#found.push(`thrown: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.#found.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== origin) this.#found.push(`asked: ${request.url()}`);
    });
  }

  /** Fails the test, or the one after which it is asked. */
  expectNone(): void {
    const found = this.#found.splice(0);
    if (found.length > 0) throw new Error(`the page had faults:\n${found.join('\n')}`);
  }
}
