import type { Page } from 'playwright-core';
import { Browsing, DESKTOP, type Visit } from './browser';
import { Person } from './person';
import { Product } from './product';

const PATIENCE = 240_000;

/** The whole product and a browser, for the tests of one file. */
export class Stage {
  private started?: { readonly product: Product; readonly browsing: Browsing };

  /** There before the first test and gone after the last. After each its pages are closed, and nothing went wrong in them. */
  static set(): Stage {
    const stage = new Stage();
    beforeAll(async () => {
      const product = await Product.start();
      stage.started = { product, browsing: await Browsing.start(product) };
    }, PATIENCE);
    afterEach(async () => {
      await stage.browsing.closePages();
      expect(stage.browsing.faults.splice(0)).toEqual([]);
    });
    afterAll(async () => {
      await stage.started?.browsing.stop();
      await stage.started?.product.stop();
    });
    return stage;
  }

  get product(): Product {
    return this.running.product;
  }

  get browsing(): Browsing {
    return this.running.browsing;
  }

  page(visit: Visit): Promise<Page> {
    return this.browsing.page(visit);
  }

  /** An official at the desk, or wherever `path` leads. */
  at(login: string, path = '/desk', viewport: Visit['viewport'] = DESKTOP): Promise<Page> {
    return this.browsing.page({ login, path, viewport });
  }

  enter(login: string): Promise<Person> {
    return Person.enter(this.product, login);
  }

  private get running() {
    if (!this.started) throw new Error('The product has not been started yet.');
    return this.started;
  }
}
