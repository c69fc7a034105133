migrate(
  (app) => {
    const collection = new Collection({
      type: 'base',
      name: 'producer_contacts',
      fields: [
        {
          type: 'relation',
          name: 'producer',
          required: true,
          collectionId: app.findCollectionByNameOrId('producers').id,
          maxSelect: 1,
          cascadeDelete: true,
        },
        { type: 'bool', name: 'name_public' },
        { type: 'bool', name: 'picture_public' },
        { type: 'text', name: 'phone', max: 40 },
        { type: 'bool', name: 'phone_public' },
        { type: 'email', name: 'email' },
        { type: 'bool', name: 'email_public' },
        { type: 'text', name: 'address_as_printed', max: 300 },
        { type: 'bool', name: 'address_public' },
        { type: 'text', name: 'representative', max: 300 },
        { type: 'bool', name: 'representative_public' },
        { type: 'text', name: 'representative_gender', max: 40 },
        { type: 'text', name: 'representative_ethnicity', max: 80 },
        { type: 'select', name: 'representative_disabled', values: ['yes', 'no'], maxSelect: 1 },
        { type: 'text', name: 'consent_on', max: 10, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' },
        { type: 'text', name: 'consent_form', max: 300 },
        { type: 'number', name: 'version', min: 0, onlyInt: true },
        { type: 'autodate', name: 'created', onCreate: true },
        { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true },
      ],
      indexes: [
        "CREATE UNIQUE INDEX idx_producer_contacts_producer ON producer_contacts (producer) WHERE producer != ''",
      ],
    });
    app.save(collection);
  },
  (app) => app.delete(app.findCollectionByNameOrId('producer_contacts')),
);
