// Rules as derived from the table of access (domain/access.ts, `node scripts/access.ts rules`): limits of editors to communes and collections,
// what a producer writes in its own lots and diary, ids that programs alone give.
// Collection → see, create, update, delete.
const RULES = {
  media: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && ((@request.auth.producer ?= producers_via_pictures.id) || (@request.auth.producer ?= products_via_pictures.producer))))`,
    `(@request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') && ((@request.body.id:isset = false) && ((@request.body.preparation:isset = false) || (@request.body.preparation = '')) && ((@request.body.problem:isset = false) || (@request.body.problem = '')))`,
    null,
    null,
  ],
  communes: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin' || @request.auth.role = 'producer'`,
    `(@request.auth.role = 'admin') && (@request.body.id:isset = false)`,
    `@request.auth.role = 'admin'`,
    `@request.auth.role = 'admin'`,
  ],
  producers: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && (@request.auth.producer = id)))`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"producers"')) && ((@request.auth.communes:length = 0) || (commune != '' && @request.auth.communes ~ commune)))) || (@request.auth.role = 'admin')) && ((@request.body.state = 'draft' || @request.body.state = 'waiting') || (@request.auth.role = 'approver' || @request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"producers"')) && ((@request.auth.communes:length = 0) || ((commune != '' && @request.auth.communes ~ commune) && ((@request.body.commune:changed = false) || (@request.body.commune != '' && @request.auth.communes ~ @request.body.commune)))))) || (@request.auth.role = 'admin')) && ((@request.body.state:changed = false) || ((@request.body.state = 'draft' || @request.body.state = 'waiting') && (state != 'approved') && (state != 'withdrawn')) || (@request.auth.role = 'approver' || @request.auth.role = 'admin'))`,
    `@request.auth.role = 'admin'`,
  ],
  producer_contacts: [
    `(@request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && (@request.auth.producer = producer)))`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"producers"')) && ((@request.auth.communes:length = 0) || (producer.commune != '' && @request.auth.communes ~ producer.commune)))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"producers"')) && ((@request.auth.communes:length = 0) || ((producer.commune != '' && @request.auth.communes ~ producer.commune) && ((@request.body.producer:changed = false) || (@request.body.producer.commune != '' && @request.auth.communes ~ @request.body.producer.commune)))))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  products: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && (@request.auth.producer = producer)))`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && ((@request.auth.communes:length = 0) || (producer.commune != '' && @request.auth.communes ~ producer.commune)))) || (@request.auth.role = 'admin')) && ((@request.body.state = 'draft' || @request.body.state = 'waiting') || (@request.auth.role = 'approver' || @request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && ((@request.auth.communes:length = 0) || ((producer.commune != '' && @request.auth.communes ~ producer.commune) && ((@request.body.producer:changed = false) || (@request.body.producer.commune != '' && @request.auth.communes ~ @request.body.producer.commune)))))) || (@request.auth.role = 'admin')) && ((@request.body.state:changed = false) || ((@request.body.state = 'draft' || @request.body.state = 'waiting') && (state != 'approved') && (state != 'withdrawn')) || (@request.auth.role = 'approver' || @request.auth.role = 'admin'))`,
    `@request.auth.role = 'admin'`,
  ],
  pack_variants: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && (@request.auth.producer = product.producer)))`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && ((@request.auth.communes:length = 0) || (product.producer.commune != '' && @request.auth.communes ~ product.producer.commune)))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && ((@request.auth.communes:length = 0) || ((product.producer.commune != '' && @request.auth.communes ~ product.producer.commune) && ((@request.body.product:changed = false) || (@request.body.product.producer.commune != '' && @request.auth.communes ~ @request.body.product.producer.commune)))))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  decisions: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `(((@request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"decisions"')) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"decisions"')) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  recognitions: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && (@request.auth.producer = product.producer)))`,
    `(((@request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"decisions"')) && ((@request.auth.communes:length = 0) || (product.producer.commune != '' && @request.auth.communes ~ product.producer.commune)))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"decisions"')) && ((@request.auth.communes:length = 0) || ((product.producer.commune != '' && @request.auth.communes ~ product.producer.commune) && ((@request.body.product:changed = false) || (@request.body.product.producer.commune != '' && @request.auth.communes ~ @request.body.product.producer.commune)))))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  certificates: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && ((@request.auth.producer = producer) || (@request.auth.producer = product.producer))))`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && ((@request.auth.communes:length = 0) || (((producer != '') || (product != '')) && ((producer = '') || (producer.commune != '' && @request.auth.communes ~ producer.commune)) && ((product = '') || (product.producer.commune != '' && @request.auth.communes ~ product.producer.commune)))))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && ((@request.auth.communes:length = 0) || (((producer != '') || (product != '')) && ((producer = '') || (producer.commune != '' && @request.auth.communes ~ producer.commune)) && ((product = '') || (product.producer.commune != '' && @request.auth.communes ~ product.producer.commune)) && ((@request.body.producer:changed = false) || (@request.body.producer.commune != '' && @request.auth.communes ~ @request.body.producer.commune)) && ((@request.body.product:changed = false) || (@request.body.product.producer.commune != '' && @request.auth.communes ~ @request.body.product.producer.commune)))))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  growing_areas: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && (producers ~ @request.auth.producer)))`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"producers"')) && ((@request.auth.communes:length = 0) || (commune != '' && @request.auth.communes ~ commune)))) || (@request.auth.role = 'admin')) && ((@request.body.state = 'draft' || @request.body.state = 'waiting') || (@request.auth.role = 'approver' || @request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"producers"')) && ((@request.auth.communes:length = 0) || ((commune != '' && @request.auth.communes ~ commune) && ((@request.body.commune:changed = false) || (@request.body.commune != '' && @request.auth.communes ~ @request.body.commune)))))) || (@request.auth.role = 'admin')) && ((@request.body.state:changed = false) || ((@request.body.state = 'draft' || @request.body.state = 'waiting') && (state != 'approved') && (state != 'withdrawn')) || (@request.auth.role = 'approver' || @request.auth.role = 'admin'))`,
    `@request.auth.role = 'admin'`,
  ],
  lots: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && (@request.auth.producer = variant.product.producer)))`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"lots"')) && ((@request.auth.communes:length = 0) || (variant.product.producer.commune != '' && @request.auth.communes ~ variant.product.producer.commune)))) || (@request.auth.role = 'admin') || ((@request.auth.role = 'producer') && (((@request.auth.producer != '') && (@request.auth.producer = variant.product.producer)) && (state = 'draft') && ((areas:length = 0) || (areas.producers ~ @request.auth.producer)) && ((stamps_printed = false) && (stamps_reason = '') && (recalled_at = '') && (recall_reason = '') && (recall_phone = '') && (recall_notice = '') && (demonstration = false))))) && ((@request.body.id:isset = false) && ((@request.body.trace_code:isset = false) || (@request.body.trace_code = '')))`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"lots"')) && ((@request.auth.communes:length = 0) || ((variant.product.producer.commune != '' && @request.auth.communes ~ variant.product.producer.commune) && ((@request.body.variant:changed = false) || (@request.body.variant.product.producer.commune != '' && @request.auth.communes ~ @request.body.variant.product.producer.commune)))))) || (@request.auth.role = 'admin') || ((@request.auth.role = 'producer') && (((@request.auth.producer != '') && ((@request.auth.producer = variant.product.producer) && ((@request.body.variant:changed = false) || (@request.auth.producer = @request.body.variant.product.producer)))) && (state = 'draft') && ((@request.body.areas:length = 0) || ((@request.body.areas:changed = false) || (@request.body.areas.producers ~ @request.auth.producer))) && ((@request.body.state:changed = false) && (@request.body.stamps_printed:changed = false) && (@request.body.stamps_reason:changed = false) && (@request.body.recalled_at:changed = false) && (@request.body.recall_reason:changed = false) && (@request.body.recall_phone:changed = false) && (@request.body.recall_notice:changed = false) && (@request.body.demonstration:changed = false))))) && (@request.body.trace_code:changed = false)`,
    `@request.auth.role = 'admin'`,
  ],
  trace_events: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && (@request.auth.producer = lot.variant.product.producer)))`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"lots"')) && ((@request.auth.communes:length = 0) || (lot.variant.product.producer.commune != '' && @request.auth.communes ~ lot.variant.product.producer.commune)))) || (@request.auth.role = 'admin') || ((@request.auth.role = 'producer') && (((@request.auth.producer != '') && (@request.auth.producer = lot.variant.product.producer)) && (lot.state = 'draft') && ((area = '') || (area.producers ~ @request.auth.producer)) && (demonstration = false)))) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"lots"')) && ((@request.auth.communes:length = 0) || ((lot.variant.product.producer.commune != '' && @request.auth.communes ~ lot.variant.product.producer.commune) && ((@request.body.lot:changed = false) || (@request.body.lot.variant.product.producer.commune != '' && @request.auth.communes ~ @request.body.lot.variant.product.producer.commune)))))) || (@request.auth.role = 'admin') || ((@request.auth.role = 'producer') && (((@request.auth.producer != '') && ((@request.auth.producer = lot.variant.product.producer) && ((@request.body.lot:changed = false) || (@request.auth.producer = @request.body.lot.variant.product.producer)))) && ((lot.state = 'draft') && ((@request.body.lot:changed = false) || (@request.body.lot.state = 'draft'))) && ((@request.body.area = '') || ((@request.body.area:changed = false) || (@request.body.area.producers ~ @request.auth.producer))) && (@request.body.demonstration:changed = false)))`,
    `(@request.auth.role = 'admin') || ((@request.auth.role = 'producer') && (((@request.auth.producer != '') && (@request.auth.producer = lot.variant.product.producer)) && (lot.state = 'draft')))`,
  ],
  sales_points: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"sales_points"')) && ((@request.auth.communes:length = 0) || (commune != '' && @request.auth.communes ~ commune)))) || (@request.auth.role = 'admin')) && ((@request.body.state = 'draft' || @request.body.state = 'waiting') || (@request.auth.role = 'approver' || @request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"sales_points"')) && ((@request.auth.communes:length = 0) || ((commune != '' && @request.auth.communes ~ commune) && ((@request.body.commune:changed = false) || (@request.body.commune != '' && @request.auth.communes ~ @request.body.commune)))))) || (@request.auth.role = 'admin')) && ((@request.body.state:changed = false) || ((@request.body.state = 'draft' || @request.body.state = 'waiting') && (state != 'approved') && (state != 'withdrawn')) || (@request.auth.role = 'approver' || @request.auth.role = 'admin'))`,
    `@request.auth.role = 'admin'`,
  ],
  fairs: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"fairs"')) && ((@request.auth.communes:length = 0) || (commune != '' && @request.auth.communes ~ commune)))) || (@request.auth.role = 'admin')) && ((@request.body.state = 'draft' || @request.body.state = 'waiting') || (@request.auth.role = 'approver' || @request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"fairs"')) && ((@request.auth.communes:length = 0) || ((commune != '' && @request.auth.communes ~ commune) && ((@request.body.commune:changed = false) || (@request.body.commune != '' && @request.auth.communes ~ @request.body.commune)))))) || (@request.auth.role = 'admin')) && ((@request.body.state:changed = false) || ((@request.body.state = 'draft' || @request.body.state = 'waiting') && (state != 'approved') && (state != 'withdrawn')) || (@request.auth.role = 'approver' || @request.auth.role = 'admin'))`,
    `@request.auth.role = 'admin'`,
  ],
  platforms: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin' || @request.auth.role = 'producer'`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  listings: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && ((@request.auth.producer != '') && (@request.auth.producer = product.producer)))`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && ((@request.auth.communes:length = 0) || (product.producer.commune != '' && @request.auth.communes ~ product.producer.commune)))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"products"')) && ((@request.auth.communes:length = 0) || ((product.producer.commune != '' && @request.auth.communes ~ product.producer.commune) && ((@request.body.product:changed = false) || (@request.body.product.producer.commune != '' && @request.auth.communes ~ @request.body.product.producer.commune)))))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  published_figures: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  targets: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && ((@request.auth.communes:length = 0) || (commune != '' && @request.auth.communes ~ commune)))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && ((@request.auth.communes:length = 0) || ((commune != '' && @request.auth.communes ~ commune) && ((@request.body.commune:changed = false) || (@request.body.commune != '' && @request.auth.communes ~ @request.body.commune)))))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  pages: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')) && ((@request.body.state = 'draft' || @request.body.state = 'waiting') || (@request.auth.role = 'approver' || @request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')) && ((@request.body.state:changed = false) || ((@request.body.state = 'draft' || @request.body.state = 'waiting') && (state != 'approved') && (state != 'withdrawn')) || (@request.auth.role = 'approver' || @request.auth.role = 'admin'))`,
    `@request.auth.role = 'admin'`,
  ],
  synonyms: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && (@request.auth.communes:length = 0))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  supports: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && ((@request.auth.communes:length = 0) || (((commune != '') || (producer != '') || (product != '')) && ((commune = '') || (commune != '' && @request.auth.communes ~ commune)) && ((producer = '') || (producer.commune != '' && @request.auth.communes ~ producer.commune)) && ((product = '') || (product.producer.commune != '' && @request.auth.communes ~ product.producer.commune)))))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && ((@request.auth.communes:length = 0) || (((commune != '') || (producer != '') || (product != '')) && ((commune = '') || (commune != '' && @request.auth.communes ~ commune)) && ((producer = '') || (producer.commune != '' && @request.auth.communes ~ producer.commune)) && ((product = '') || (product.producer.commune != '' && @request.auth.communes ~ product.producer.commune)) && ((@request.body.commune:changed = false) || (@request.body.commune != '' && @request.auth.communes ~ @request.body.commune)) && ((@request.body.producer:changed = false) || (@request.body.producer.commune != '' && @request.auth.communes ~ @request.body.producer.commune)) && ((@request.body.product:changed = false) || (@request.body.product.producer.commune != '' && @request.auth.communes ~ @request.body.product.producer.commune)))))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  trainings: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && ((@request.auth.communes:length = 0) || (commune != '' && @request.auth.communes ~ commune)))) || (@request.auth.role = 'admin')) && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'editor' || @request.auth.role = 'approver') && ((@request.auth.collections:length = 0) && ((@request.auth.communes:length = 0) || ((commune != '' && @request.auth.communes ~ commune) && ((@request.body.commune:changed = false) || (@request.body.commune != '' && @request.auth.communes ~ @request.body.commune)))))) || (@request.auth.role = 'admin')`,
    `@request.auth.role = 'admin'`,
  ],
  addresses: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    null,
    null,
    null,
  ],
  releases: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    `((@request.auth.role = 'approver' || @request.auth.role = 'admin') && ((@request.body.state = 'queued') && (@request.body.requested_by = @request.auth.id))) && (@request.body.id:isset = false)`,
    null,
    null,
  ],
  revisions: [
    `((@request.auth.role = 'viewer') && (collection != 'producer_contacts') && (collection != 'users')) || ((@request.auth.role = 'editor') && (collection != 'users')) || ((@request.auth.role = 'approver') && (collection != 'users')) || (@request.auth.role = 'admin')`,
    null,
    null,
    null,
  ],
  imports: [
    `@request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin'`,
    null,
    null,
    null,
  ],
  proposals: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && (author = @request.auth.id))`,
    null,
    null,
    null,
  ],
  site_settings: [
    `@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin' || @request.auth.role = 'producer'`,
    null,
    `@request.auth.role = 'admin'`,
    null,
  ],
  users: [
    `(@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'admin') || ((@request.auth.role = 'producer') && (id = @request.auth.id))`,
    `(@request.auth.role = 'admin') && (@request.body.id:isset = false)`,
    `((@request.auth.role = 'viewer' || @request.auth.role = 'editor' || @request.auth.role = 'approver' || @request.auth.role = 'producer') && ((id = @request.auth.id) && ((@request.body.role:changed = false) && (@request.body.producer:changed = false) && (@request.body.communes:changed = false) && (@request.body.collections:changed = false) && (@request.body.disabled:changed = false)) && (@request.body.email:changed = false) && (@request.body.emailVisibility:changed = false) && (@request.body.verified:changed = false))) || (@request.auth.role = 'admin')`,
    `(@request.auth.role = 'admin') && (id != @request.auth.id)`,
  ],
};

migrate((app) => {
  for (const name of Object.keys(RULES)) {
    const [see, createRule, updateRule, deleteRule] = RULES[name];
    const collection = app.findCollectionByNameOrId(name);
    Object.assign(collection, { listRule: see, viewRule: see, createRule, updateRule, deleteRule });
    app.save(collection);
  }
});
