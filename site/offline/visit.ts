/** What the page that brings the worker tells it: where it is and which files it loaded. */
export interface Visit {
  page: string;
  loaded: string[];
}
