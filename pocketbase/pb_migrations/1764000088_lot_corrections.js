// A lot that has left its draft is corrected, and one that reached nobody is withdrawn (domain/rules/lotLife.ts). Rules as derived from the
// table of access: the list of corrections is the program's, and no producer withdraws a lot.
const STATES = ['draft', 'active', 'recalled'];
const RULES = {
  createRule: `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"lots"')) && ((@request.auth.communes:length = 0) || (variant.product.producer.commune != '' && @request.auth.communes ~ variant.product.producer.commune)))) || (@request.auth.role = 'admin') || ((@request.auth.role = 'producer') && (((@request.auth.producer != '') && (@request.auth.producer = variant.product.producer)) && (state = 'draft') && ((areas:length = 0) || (areas.producers ~ @request.auth.producer)) && ((stamps_printed = false) && (stamps_reason = '') && (recalled_at = '') && (recall_reason = '') && (recall_phone = '') && (recall_notice = '') && (withdrawn_on = '') && (withdrawal_reason = '') && (demonstration = false))))) && ((@request.body.id:isset = false) && ((@request.body.trace_code:isset = false) || (@request.body.trace_code = '')) && ((@request.body.corrections:isset = false) || (@request.body.corrections = '')))`,
  updateRule: `(((@request.auth.role = 'editor' || @request.auth.role = 'approver') && (((@request.auth.collections:length = 0) || (@request.auth.collections ~ '"lots"')) && ((@request.auth.communes:length = 0) || ((variant.product.producer.commune != '' && @request.auth.communes ~ variant.product.producer.commune) && ((@request.body.variant:changed = false) || (@request.body.variant.product.producer.commune != '' && @request.auth.communes ~ @request.body.variant.product.producer.commune)))))) || (@request.auth.role = 'admin') || ((@request.auth.role = 'producer') && (((@request.auth.producer != '') && ((@request.auth.producer = variant.product.producer) && ((@request.body.variant:changed = false) || (@request.auth.producer = @request.body.variant.product.producer)))) && (state = 'draft') && ((@request.body.areas:length = 0) || ((@request.body.areas:changed = false) || (@request.body.areas.producers ~ @request.auth.producer))) && ((@request.body.state:changed = false) && (@request.body.stamps_printed:changed = false) && (@request.body.stamps_reason:changed = false) && (@request.body.recalled_at:changed = false) && (@request.body.recall_reason:changed = false) && (@request.body.recall_phone:changed = false) && (@request.body.recall_notice:changed = false) && (@request.body.withdrawn_on:changed = false) && (@request.body.withdrawal_reason:changed = false) && (@request.body.demonstration:changed = false))))) && ((@request.body.trace_code:changed = false) && (@request.body.corrections:changed = false))`,
};

migrate(
  (app) => {
    const lots = app.findCollectionByNameOrId('lots');
    lots.fields.getByName('state').values = [...STATES, 'withdrawn'];
    lots.fields.add(new TextField({ name: 'withdrawn_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' }));
    lots.fields.add(new TextField({ name: 'withdrawal_reason', max: 500 }));
    lots.fields.add(new JSONField({ name: 'corrections', maxSize: 200000 }));
    for (const name of Object.keys(RULES)) lots[name] = RULES[name];
    app.save(lots);
  },
  (app) => {
    const lots = app.findCollectionByNameOrId('lots');
    const without = (rule) => {
      let text = rule;
      for (const name of ['withdrawn_on', 'withdrawal_reason'])
        text = text.replace(` && (@request.body.${name}:changed = false)`, '').replace(` && (${name} = '')`, '');
      return text
        .replace(' && (@request.body.corrections:changed = false)', '')
        .replace(" && ((@request.body.corrections:isset = false) || (@request.body.corrections = ''))", '');
    };
    lots.createRule = without(lots.createRule);
    lots.updateRule = without(lots.updateRule);
    // A lot that was withdrawn stays out of circulation where no word says so.
    app.db().newQuery("UPDATE lots SET state = 'recalled' WHERE state = 'withdrawn'").execute();
    for (const name of ['withdrawn_on', 'withdrawal_reason', 'corrections']) lots.fields.removeByName(name);
    lots.fields.getByName('state').values = STATES;
    app.save(lots);
  },
);
