/** `<ocop-narrow>` on its own: the list of fairs, whose items say everything themselves. */
import { NarrowElement } from './narrowElement.ts';

customElements.define('ocop-narrow', NarrowElement);
