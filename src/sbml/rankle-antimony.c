/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-antimony.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-antimony-private.h"
#include "rankle-model-error.h"

/* From Antimony's statements to what is said of each name. The subset: one model;
 * compartments, species, parameters, reactions with rate laws; =, := and '=; units;
 * functions; names and identities. What else Antimony has is refused by name. */

#define MAX_SYMBOLS 20000

typedef struct
{
  RankleAntimony    *model;
  const RankleToken *at;
  gboolean           inside; /* between model and end */
  gboolean           ended;
} Parser;

static gboolean parse_definition (Parser *p, RankleSymbolText *symbol, GError **error);

#define FAIL(TOKEN, CODE, ...)                                                           \
  rankle_token_error (TOKEN, p->model->name, RANKLE_MODEL_ERROR_##CODE, error,           \
                      __VA_ARGS__)

static gboolean
at_break (const Parser *p)
{
  /* The last token is an END, which nobody steps over. */
  g_assert (p->at < p->model->tokens.tokens + p->model->tokens.n_tokens);

  return p->at->kind == RANKLE_TOKEN_BREAK || p->at->kind == RANKLE_TOKEN_END;
}

static gboolean
fail_unexpected (const Parser *p, const char *expected, GError **error)
{
  if (p->at->kind == RANKLE_TOKEN_END ||
      (p->at->kind == RANKLE_TOKEN_BREAK && *p->at->text == '\n'))
    /* Translators: %s is “a name”, “a formula” or the like */
    return FAIL (p->at, SYNTAX, _ ("the line ends where %s should stand"), expected);
  /* Translators: a word of the file, then “a name”, “a formula” or the like */
  return FAIL (p->at, SYNTAX, _ ("“%.*s” stands where %s should"), (int)p->at->length,
               p->at->text, expected);
}

static gboolean
accept (Parser *p, const char *symbol)
{
  if (!rankle_token_is (p->at, symbol))
    return FALSE;
  p->at++;
  return TRUE;
}

static gboolean
expect (Parser *p, const char *symbol, GError **error)
{
  g_autofree char *quoted = g_strdup_printf ("“%s”", symbol);

  return accept (p, symbol) || fail_unexpected (p, quoted, error);
}

static gboolean
expect_break (Parser *p, GError **error)
{
  return at_break (p) || fail_unexpected (p, _ ("the end of the statement"), error);
}

static gboolean
expect_name (Parser *p, char **name, GError **error)
{
  if (p->at->kind != RANKLE_TOKEN_NAME)
    return fail_unexpected (p, _ ("a name"), error);
  g_free (*name);
  *name = rankle_token_dup (p->at++);
  return TRUE;
}

static void
symbol_free (gpointer data)
{
  RankleSymbolText *symbol = data;

  g_free (symbol->id);
  g_free (symbol->unit);
  g_free (symbol->label);
  g_free (symbol->compartment);
  g_clear_pointer (&symbol->annotations, g_ptr_array_unref);
  g_free (symbol);
}

/* The symbol of the name at the parser's place, made on first sight; NULL when there are
 * too many. */
static RankleSymbolText *
take_symbol (Parser *p, GError **error)
{
  g_autofree char   *id = NULL;
  RankleSymbolText  *symbol;
  const RankleToken *where = p->at;

  if (!expect_name (p, &id, error))
    return NULL;
  symbol = g_hash_table_lookup (p->model->by_id, id);
  if (symbol != NULL)
    return symbol;
  if (p->model->symbols->len >= MAX_SYMBOLS)
    {
      FAIL (where, LIMIT,
            ngettext ("the model has more than %d name",
                      "the model has more than %d names", MAX_SYMBOLS),
            MAX_SYMBOLS);
      return NULL;
    }
  symbol = g_new0 (RankleSymbolText, 1);
  symbol->id = g_steal_pointer (&id);
  symbol->where = where;
  g_ptr_array_add (p->model->symbols, symbol);
  g_hash_table_insert (p->model->by_id, symbol->id, symbol);
  g_assert (g_hash_table_size (p->model->by_id) == p->model->symbols->len);
  return symbol;
}

static RankleSpan
take_rest (Parser *p)
{
  RankleSpan span = { .first = p->at };

  while (!at_break (p))
    p->at++;
  span.n = (guint)(p->at - span.first);
  return span;
}

static gboolean
take_formula (Parser                 *p,
              RankleSpan             *span,
              const char             *what,
              const RankleSymbolText *symbol,
              GError                **error)
{
  if (span->n > 0)
    /* Translators: an id, then “a value”, “a rate” or “a rule” */
    return FAIL (p->at - 1, SEMANTIC, _ ("%s is given %s twice"), symbol->id, what);
  if (at_break (p))
    return fail_unexpected (p, _ ("a formula"), error);
  *span = take_rest (p);
  return TRUE;
}

static gboolean
set_kind (Parser *p, RankleSymbolText *symbol, RankleSymbolKind kind, GError **error)
{
  if (kind == RANKLE_SYMBOL_UNDECLARED || symbol->kind == kind)
    return TRUE;
  if (symbol->kind != RANKLE_SYMBOL_UNDECLARED)
    return FAIL (p->at - 1, SEMANTIC, _ ("%s cannot be two different kinds of thing"),
                 symbol->id);
  symbol->kind = kind;
  return TRUE;
}

/* ---- declarations: const species A in c = 3, $B; ---- */

static gboolean
parse_declared_item (Parser *p, const RankleSymbolText *like, GError **error)
{
  gboolean          boundary = accept (p, "$");
  RankleSymbolText *symbol = take_symbol (p, error);

  if (symbol == NULL || !set_kind (p, symbol, like->kind, error))
    return FALSE;
  symbol->boundary |= boundary;
  symbol->constant |= like->constant;
  symbol->variable |= like->variable;
  symbol->substance_only |= like->substance_only;
  return parse_definition (p, symbol, error);
}

static gboolean
is_declaration (const RankleToken *token)
{
  static const char *const words[] = { "const",       "var",           "species",
                                       "compartment", "substanceOnly", "formula" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (rankle_token_is (token, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
parse_declaration (Parser *p, GError **error)
{
  RankleSymbolText like = { 0 };

  g_assert (is_declaration (p->at));

  for (;; p->at++)
    {
      if (rankle_token_is (p->at, "const"))
        like.constant = TRUE;
      else if (rankle_token_is (p->at, "var"))
        like.variable = TRUE;
      else if (rankle_token_is (p->at, "substanceOnly"))
        like.substance_only = TRUE;
      else if (rankle_token_is (p->at, "species"))
        like.kind = RANKLE_SYMBOL_SPECIES;
      else if (rankle_token_is (p->at, "compartment"))
        like.kind = RANKLE_SYMBOL_COMPARTMENT;
      else if (rankle_token_is (p->at, "formula"))
        like.kind = RANKLE_SYMBOL_PARAMETER;
      else
        break;
    }
  if (like.substance_only && like.kind != RANKLE_SYMBOL_SPECIES)
    return fail_unexpected (p, "“species”", error);
  do
    if (!parse_declared_item (p, &like, error))
      return FALSE;
  while (accept (p, ","));
  return expect_break (p, error);
}

/* ---- what may follow a name ---- */

static gboolean
parse_compartment (Parser *p, RankleSymbolText *symbol, GError **error)
{
  symbol->compartment_where = p->at;
  return expect_name (p, &symbol->compartment, error);
}

/* In a list of declarations a formula ends at the comma between the items. */
static gboolean
take_item_formula (Parser *p, RankleSymbolText *symbol, GError **error)
{
  RankleSpan *span = &symbol->initial;
  guint       depth = 0;

  if (span->n > 0)
    return FAIL (p->at - 1, SEMANTIC, _ ("%s is given a value twice"), symbol->id);
  if (at_break (p))
    return fail_unexpected (p, _ ("a formula"), error);
  span->first = p->at;
  for (; !at_break (p) && (depth > 0 || !rankle_token_is (p->at, ",")); p->at++)
    {
      depth += rankle_token_is (p->at, "(");
      depth -= depth > 0 && rankle_token_is (p->at, ")");
    }
  span->n = (guint)(p->at - span->first);
  return span->n > 0 || fail_unexpected (p, _ ("a formula"), error);
}

static gboolean
parse_definition (Parser *p, RankleSymbolText *symbol, GError **error)
{
  if (accept (p, "in") && !parse_compartment (p, symbol, error))
    return FALSE;
  if (accept (p, "="))
    return take_item_formula (p, symbol, error);
  if (accept (p, ":="))
    return take_formula (p, &symbol->assignment, _ ("a rule"), symbol, error);
  return TRUE;
}

static gboolean
parse_unit_of (Parser *p, RankleSymbolText *symbol, GError **error)
{
  if (symbol->unit != NULL)
    return FAIL (p->at - 1, SEMANTIC, _ ("%s is given a unit twice"), symbol->id);
  return expect_name (p, &symbol->unit, error);
}

static gboolean
parse_label (Parser *p, char **label, GError **error)
{
  if (p->at->kind != RANKLE_TOKEN_STRING)
    return fail_unexpected (p, _ ("a name in quotes"), error);
  g_free (*label);
  *label = rankle_token_dup (p->at++);
  return TRUE;
}

static gboolean
is_qualifier (const RankleToken *token)
{
  static const char *const words[] = { "identity",      "hasPart",     "isPartOf",
                                       "isVersionOf",   "hasVersion",  "isHomologTo",
                                       "isDescribedBy", "isEncodedBy", "encodes",
                                       "occursIn",      "hasProperty", "isPropertyOf",
                                       "hasTaxon" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (rankle_token_is (token, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
parse_annotation (Parser *p, RankleSymbolText *symbol, GError **error)
{
  char *qualifier;

  g_assert (is_qualifier (p->at));

  qualifier = rankle_token_dup (p->at++);
  if (symbol->annotations == NULL)
    symbol->annotations = g_ptr_array_new_with_free_func (g_free);
  do
    {
      char *resource = NULL;

      if (!parse_label (p, &resource, error))
        {
          g_free (qualifier);
          return FALSE;
        }
      g_ptr_array_add (symbol->annotations, g_strdup (qualifier));
      g_ptr_array_add (symbol->annotations, resource);
    }
  while (accept (p, ","));
  g_free (qualifier);
  return TRUE;
}

static gboolean
parse_after_name (Parser *p, RankleSymbolText *symbol, GError **error)
{
  if (accept (p, "="))
    return take_formula (p, &symbol->initial, _ ("a value"), symbol, error);
  if (accept (p, ":="))
    return take_formula (p, &symbol->assignment, _ ("a rule"), symbol, error);
  if (accept (p, "'"))
    return expect (p, "=", error) &&
           take_formula (p, &symbol->rate, _ ("a rate"), symbol, error);
  if (accept (p, "has"))
    return parse_unit_of (p, symbol, error);
  if (accept (p, "is"))
    return parse_label (p, &symbol->label, error);
  if (accept (p, "in"))
    return parse_compartment (p, symbol, error) &&
           (!accept (p, "=") ||
            take_formula (p, &symbol->initial, _ ("a value"), symbol, error));
  if (is_qualifier (p->at))
    return parse_annotation (p, symbol, error);
  return fail_unexpected (p, _ ("“=”, “:=”, “'=”, “has”, “is” or “in”"), error);
}

/* ---- reactions ---- */

static void
participant_clear (gpointer data)
{
  g_free (((RankleParticipant *)data)->species);
}

static void
reaction_free (gpointer data)
{
  RankleReactionText *reaction = data;

  g_free (reaction->id);
  g_array_unref (reaction->reactants);
  g_array_unref (reaction->products);
  g_free (reaction);
}

static gboolean
is_arrow (const RankleToken *token)
{
  return rankle_token_is (token, "->") || rankle_token_is (token, "=>");
}

static gboolean
parse_participant (Parser *p, GArray *side, GError **error)
{
  RankleParticipant participant = { .stoichiometry = 1 };
  RankleSymbolText *symbol;
  gboolean          boundary;

  if (p->at->kind == RANKLE_TOKEN_NUMBER)
    {
      participant.stoichiometry = g_ascii_strtod (p->at->text, NULL);
      p->at++;
    }
  boundary = accept (p, "$");
  participant.where = p->at;
  symbol = take_symbol (p, error);
  if (symbol == NULL || !set_kind (p, symbol, RANKLE_SYMBOL_SPECIES, error))
    return FALSE;
  symbol->boundary |= boundary;
  participant.species = g_strdup (symbol->id);
  g_array_append_val (side, participant);
  return TRUE;
}

static gboolean
parse_side (Parser *p, GArray *side, GError **error)
{
  if (at_break (p) || is_arrow (p->at))
    return TRUE;
  do
    if (!parse_participant (p, side, error))
      return FALSE;
  while (accept (p, "+"));
  return TRUE;
}

static RankleReactionText *
add_reaction (Parser *p)
{
  RankleReactionText *reaction = g_new0 (RankleReactionText, 1);

  reaction->where = p->at;
  reaction->reactants = g_array_new (FALSE, FALSE, sizeof (RankleParticipant));
  reaction->products = g_array_new (FALSE, FALSE, sizeof (RankleParticipant));
  g_array_set_clear_func (reaction->reactants, participant_clear);
  g_array_set_clear_func (reaction->products, participant_clear);
  g_ptr_array_add (p->model->reactions, reaction);
  return reaction;
}

static gboolean
parse_reaction (Parser *p, GError **error)
{
  RankleReactionText *reaction = add_reaction (p);
  RankleSymbolText   *symbol;

  if (rankle_token_is (p->at + 1, ":"))
    {
      symbol = take_symbol (p, error);
      if (symbol == NULL)
        return FALSE;
      if (symbol->kind != RANKLE_SYMBOL_UNDECLARED)
        return FAIL (p->at - 1, SEMANTIC, _ ("%s is defined twice"), symbol->id);
      symbol->kind = RANKLE_SYMBOL_REACTION;
      reaction->id = g_strdup (symbol->id);
      p->at++;
    }
  if (!parse_side (p, reaction->reactants, error))
    return FALSE;
  if (!is_arrow (p->at))
    return fail_unexpected (p, "“->”", error);
  reaction->reversible = rankle_token_is (p->at++, "->");
  if (!parse_side (p, reaction->products, error))
    return FALSE;
  if (p->at->kind != RANKLE_TOKEN_BREAK || *p->at->text != ';')
    return fail_unexpected (p, _ ("“;” and a rate law"), error);
  p->at++;
  if (at_break (p))
    return fail_unexpected (p, _ ("a rate law"), error);
  reaction->law = take_rest (p);
  return TRUE;
}

/* ---- events ---- */

static void
change_clear (gpointer data)
{
  g_free (((RankleEventChange *)data)->id);
}

static void
event_free (gpointer data)
{
  RankleEventText *event = data;

  g_free (event->id);
  g_array_unref (event->changes);
  g_free (event);
}

static RankleEventText *
add_event (Parser *p)
{
  RankleEventText *event = g_new0 (RankleEventText, 1);

  event->where = p->at;
  event->starts_true = event->persistent = event->early = TRUE;
  event->changes = g_array_new (FALSE, FALSE, sizeof (RankleEventChange));
  g_array_set_clear_func (event->changes, change_clear);
  g_ptr_array_add (p->model->events, event);
  return event;
}

/* Up to a comma, or to the colon where @colon, outside of brackets. */
static RankleSpan
take_part (Parser *p, gboolean colon)
{
  RankleSpan span = { .first = p->at };
  guint      depth = 0;

  for (; !at_break (p); p->at++)
    {
      if (depth == 0 &&
          (rankle_token_is (p->at, ",") ||
           (colon && (rankle_token_is (p->at, ":") || rankle_token_is (p->at, "after")))))
        break;
      depth += rankle_token_is (p->at, "(");
      depth -= depth > 0 && rankle_token_is (p->at, ")");
    }
  span.n = (guint)(p->at - span.first);
  return span;
}

static gboolean
parse_truth (Parser *p, gboolean *truth, GError **error)
{
  if (!expect (p, "=", error))
    return FALSE;
  *truth = rankle_token_is (p->at, "true");
  if (!*truth && !rankle_token_is (p->at, "false"))
    return fail_unexpected (p, _ ("“true” or “false”"), error);
  p->at++;
  return TRUE;
}

static gboolean
parse_event_option (Parser *p, RankleEventText *event, GError **error)
{
  if (accept (p, "t0"))
    return parse_truth (p, &event->starts_true, error);
  if (accept (p, "persistent"))
    return parse_truth (p, &event->persistent, error);
  if (accept (p, "fromTrigger"))
    return parse_truth (p, &event->early, error);
  if (rankle_token_is (p->at, "priority"))
    return FAIL (p->at, UNSUPPORTED, _ ("“%s” is not supported"), "priority");
  return fail_unexpected (p, _ ("“t0”, “persistent” or “fromTrigger”"), error);
}

static gboolean
parse_event_change (Parser *p, RankleEventText *event, GError **error)
{
  RankleEventChange change = { .where = p->at };
  RankleSymbolText *symbol = take_symbol (p, error);

  if (symbol == NULL || !expect (p, "=", error))
    return FALSE;
  if (at_break (p))
    return fail_unexpected (p, _ ("a formula"), error);
  symbol->changed = TRUE;
  change.id = g_strdup (symbol->id);
  change.value = take_part (p, FALSE);
  g_array_append_val (event->changes, change);
  return TRUE;
}

/* [NAME:] at TRIGGER [, OPTION = TRUTH …]: WHAT = FORMULA [, …] */
static gboolean
parse_event (Parser *p, GError **error)
{
  RankleEventText *event = add_event (p);

  if (rankle_token_is (p->at + 1, ":"))
    {
      event->id = rankle_token_dup (p->at);
      p->at += 2;
    }
  p->at++;
  event->trigger = take_part (p, TRUE);
  if (rankle_token_is (p->at, "after"))
    return FAIL (p->at, UNSUPPORTED, _ ("“%s” is not supported"), "after");
  if (event->trigger.n == 0)
    return fail_unexpected (p, _ ("a condition"), error);
  while (accept (p, ","))
    if (!parse_event_option (p, event, error))
      return FALSE;
  if (!expect (p, ":", error))
    return FALSE;
  do
    if (!parse_event_change (p, event, error))
      return FALSE;
  while (accept (p, ","));
  return TRUE;
}

static gboolean
is_event (const Parser *p)
{
  const RankleToken *at = rankle_token_is (p->at + 1, ":") ? p->at + 2 : p->at;

  return rankle_token_is (at, "at") && !rankle_token_is (at + 1, "=") &&
         !rankle_token_is (at + 1, ":=");
}

/* ---- units, functions, the model's frame ---- */

static void
unit_free (gpointer data)
{
  g_free (((RankleUnitText *)data)->id);
  g_free (data);
}

static gboolean
parse_unit (Parser *p, GError **error)
{
  RankleUnitText *unit = g_new0 (RankleUnitText, 1);

  g_ptr_array_add (p->model->units, unit);
  unit->where = p->at;
  if (!expect_name (p, &unit->id, error) || !expect (p, "=", error))
    return FALSE;
  for (guint i = 0; i + 1 < p->model->units->len; i++)
    if (strcmp (((RankleUnitText *)p->model->units->pdata[i])->id, unit->id) == 0)
      return FAIL (unit->where, SEMANTIC, _ ("the unit %s is defined twice"), unit->id);
  if (at_break (p))
    return fail_unexpected (p, _ ("a unit"), error);
  unit->definition = take_rest (p);
  return TRUE;
}

static void
function_free (gpointer data)
{
  RankleFunctionText *function = data;

  g_free (function->id);
  g_ptr_array_unref (function->arguments);
  g_free (function);
}

static void
skip_breaks (Parser *p)
{
  while (p->at->kind == RANKLE_TOKEN_BREAK)
    p->at++;
}

static gboolean
parse_function (Parser *p, GError **error)
{
  RankleFunctionText *function = g_new0 (RankleFunctionText, 1);

  function->arguments = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (p->model->functions, function);
  function->where = p->at;
  if (!expect_name (p, &function->id, error) || !expect (p, "(", error))
    return FALSE;
  while (!rankle_token_is (p->at, ")"))
    {
      char *argument = NULL;

      if (function->arguments->len > 0 && !expect (p, ",", error))
        return FALSE;
      if (!expect_name (p, &argument, error))
        return FALSE;
      g_ptr_array_add (function->arguments, argument);
    }
  p->at++;
  skip_breaks (p);
  function->body = take_rest (p);
  skip_breaks (p);
  if (function->body.n == 0 || rankle_token_is (function->body.first, "end"))
    return FAIL (function->where, SYNTAX, _ ("the function %s has no formula"),
                 function->id);
  return expect (p, "end", error);
}

static gboolean
parse_model (Parser *p, GError **error)
{
  if (p->inside || p->ended)
    return FAIL (p->at - 1, UNSUPPORTED,
                 _ ("a second model in one file is not supported"));
  accept (p, "*");
  if (!expect_name (p, &p->model->id, error))
    return FALSE;
  if (accept (p, "("))
    {
      if (!rankle_token_is (p->at, ")"))
        return FAIL (p->at, UNSUPPORTED,
                     _ ("a model with an interface is not supported"));
      p->at++;
    }
  p->inside = TRUE;
  return TRUE;
}

static gboolean
parse_end (Parser *p, GError **error)
{
  if (!p->inside)
    return FAIL (p->at - 1, SYNTAX, _ ("“end” without “model”"));
  p->inside = FALSE;
  p->ended = TRUE;
  return TRUE;
}

static gboolean
refuse_word (Parser *p, GError **error)
{
  static const char *const words[] = { "import", "event",  "DNA",      "operator", "gene",
                                       "delete", "module", "priority", "unless" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (rankle_token_is (p->at, words[i]) && !rankle_token_is (p->at + 1, "=") &&
        !rankle_token_is (p->at + 1, ":="))
      return FAIL (p->at, UNSUPPORTED, _ ("“%s” is not supported"), words[i]);
  return TRUE;
}

/* ---- statements ---- */

static const RankleToken *
find_in_statement (const Parser *p, gboolean (*test) (const RankleToken *token))
{
  for (const RankleToken *t = p->at;
       t->kind != RANKLE_TOKEN_BREAK && t->kind != RANKLE_TOKEN_END; t++)
    if (test (t))
      return t;
  return NULL;
}

static gboolean
is_foreign_arrow (const RankleToken *token)
{
  return rankle_token_is (token, "-o") || rankle_token_is (token, "-|") ||
         rankle_token_is (token, "<->") || rankle_token_is (token, "-->");
}

/* NAME is "…", NAME being the model's own. Antimony wants it after the model's end; here
 * it may stand within too. */
static gboolean
is_title (const Parser *p)
{
  return p->model->id != NULL && rankle_token_is (p->at, p->model->id) &&
         rankle_token_is (p->at + 1, "is");
}

/* NAME.sboTerm = SBO:0000410: what the name stands for in an ontology, which says nothing
 * of its numbers. */
static gboolean
skip_sbo_term (Parser *p, GError **error)
{
  p->at += 3;
  if (!expect (p, "=", error))
    return FALSE;
  if (at_break (p))
    return fail_unexpected (p, _ ("a term"), error);
  while (!at_break (p))
    p->at++;
  return TRUE;
}

static gboolean
is_sbo_term (const Parser *p)
{
  return rankle_token_is (p->at + 1, ".") && rankle_token_is (p->at + 2, "sboTerm");
}

static gboolean
parse_name_statement (Parser *p, GError **error)
{
  const RankleToken *arrow = find_in_statement (p, is_foreign_arrow);
  RankleSymbolText  *symbol;

  if (arrow != NULL && rankle_token_is (p->at + 1, ":"))
    return FAIL (arrow, UNSUPPORTED, _ ("“%.*s” is not supported"), (int)arrow->length,
                 arrow->text);
  if (is_sbo_term (p))
    return skip_sbo_term (p, error);
  if (is_title (p))
    {
      p->at += 2;
      /* The model's own name, kept as the label of a symbol that is no symbol. */
      return parse_label (p, &p->model->label, error);
    }
  symbol = take_symbol (p, error);
  return symbol != NULL && parse_after_name (p, symbol, error);
}

static gboolean
parse_statement (Parser *p, GError **error)
{
  if (!refuse_word (p, error))
    return FALSE;
  if (accept (p, "model"))
    return parse_model (p, error);
  if (accept (p, "end"))
    return parse_end (p, error);
  if (p->ended && !is_title (p))
    return FAIL (p->at, UNSUPPORTED,
                 _ ("statements after the model's end are not supported"));
  if (accept (p, "function"))
    return parse_function (p, error);
  if (accept (p, "unit"))
    return parse_unit (p, error);
  if (is_declaration (p->at))
    return parse_declaration (p, error);
  if (p->at->kind == RANKLE_TOKEN_NAME && is_event (p))
    return parse_event (p, error);
  if (find_in_statement (p, is_arrow) != NULL)
    return parse_reaction (p, error);
  if (p->at->kind != RANKLE_TOKEN_NAME)
    return fail_unexpected (p, _ ("a statement"), error);
  return parse_name_statement (p, error);
}

static gboolean
parse_statements (Parser *p, GError **error)
{
  for (skip_breaks (p); p->at->kind != RANKLE_TOKEN_END; skip_breaks (p))
    if (!parse_statement (p, error) || !expect_break (p, error))
      return FALSE;
  if (p->inside)
    return FAIL (p->at, SYNTAX, _ ("the model has no “end”"));
  if (p->model->symbols->len == 0)
    return FAIL (p->at, SEMANTIC, _ ("there is no model in this text"));
  return TRUE;
}

static gboolean
parse (RankleAntimony *antimony,
       const char     *text,
       gsize           length,
       const char     *name,
       GError        **error)
{
  Parser parser = { .model = antimony };

  *antimony = (RankleAntimony){ .name = name };
  antimony->symbols = g_ptr_array_new_with_free_func (symbol_free);
  antimony->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  antimony->reactions = g_ptr_array_new_with_free_func (reaction_free);
  antimony->events = g_ptr_array_new_with_free_func (event_free);
  antimony->functions = g_ptr_array_new_with_free_func (function_free);
  antimony->units = g_ptr_array_new_with_free_func (unit_free);
  if (!rankle_tokens_read (&antimony->tokens, text, length, name, error))
    return FALSE;
  parser.at = antimony->tokens.tokens;
  g_assert (antimony->tokens.tokens[antimony->tokens.n_tokens - 1].kind ==
            RANKLE_TOKEN_END);
  return parse_statements (&parser, error);
}

static void
clear (RankleAntimony *antimony)
{
  g_hash_table_unref (antimony->by_id);
  g_ptr_array_unref (antimony->symbols);
  g_ptr_array_unref (antimony->reactions);
  g_ptr_array_unref (antimony->events);
  g_ptr_array_unref (antimony->functions);
  g_ptr_array_unref (antimony->units);
  rankle_tokens_clear (&antimony->tokens);
  g_free (antimony->id);
  g_free (antimony->label);
}

void *
_rankle_antimony_read (const char *text, gssize length, const char *name, GError **error)
{
  RankleAntimony antimony;
  gsize          size = length < 0 ? strlen (text) : (gsize)length;
  void          *document = NULL;

  if (parse (&antimony, text, size, name, error))
    document = rankle_antimony_to_document (&antimony, error);
  clear (&antimony);
  return document;
}
