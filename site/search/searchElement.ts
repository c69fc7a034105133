customElements.define('ocop-search', class extends HTMLElement {});
