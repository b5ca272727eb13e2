package dev.arborist.cli;

import dev.arborist.adapters.files.JsonPointers;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.OrgJsonNode;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.json.JSONTokener;

/** Holds JSON against the schemas that the command line prints. */
final class FormValidator {

  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new OrgJsonNode.Factory()).createValidator();
  private final Map<JsonForm, URI> schemas = new EnumMap<>(JsonForm.class);

  /** Registers every schema, which must be one by the schema of schemas. */
  FormValidator() {
    for (JsonForm form : JsonForm.values()) {
      schemas.put(form, validator.registerSchema(FormSchemas.load().of(form)));
    }
  }

  /** The value of a text that must be exactly one of JSON. */
  static Object parse(String text) {
    JsonPointers.at(text, "");
    return new JSONTokener(text).nextValue();
  }

  /** What is wrong with a value as one of this form. */
  List<String> errors(JsonForm form, Object value) {
    Validator.Result result = validator.validate(schemas.get(form), value);
    return result.isValid()
        ? List.of()
        : result.getErrors().stream()
            .map(error -> error.getInstanceLocation() + " " + error.getError())
            .toList();
  }
}
