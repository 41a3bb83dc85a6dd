interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/** Does in one go what many ask for side by side: whatever is asked for while one go is under way waits for the next. */
export class Together<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private going = false;

  constructor(private readonly doAll: (items: Item[]) => Promise<Result[]>) {}

  do(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.going) return;
      this.going = true;
      // By then all have asked who can ask now.
      setImmediate(() => void this.go());
    });
  }

  private async go(): Promise<void> {
    while (this.waiting.length > 0) {
      const all = this.waiting.splice(0);
      try {
        const results = await this.doAll(all.map(({ item }) => item));
        for (const [place, { resolve }] of all.entries()) resolve(results[place] as Result);
      } catch (error) {
        for (const { reject } of all) reject(error);
      }
    }
    this.going = false;
  }
}
