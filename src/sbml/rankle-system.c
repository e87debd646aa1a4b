/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-system.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-program.h"
#include "rankle-share.h"
#include "rankle-system-private.h"

/* From libSBML's document to a compiled model, in the order of _rankle_system_compile().
 */

#define MAX_NODES  300000
#define MAX_STATES 2000

void
_rankle_system_init (RankleSystem *self, const char *name, Model_t *sbml)
{
  self->name = name;
  self->sbml = sbml;
  self->graph = rankle_graph_new (MAX_NODES);
  self->symbols = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->elements = g_hash_table_new (g_str_hash, g_str_equal);
  self->rules = g_hash_table_new (g_str_hash, g_str_equal);
  self->starts = g_hash_table_new (g_str_hash, g_str_equal);
  self->units = g_hash_table_new (g_str_hash, g_str_equal);
  self->functions = g_hash_table_new (g_str_hash, g_str_equal);
  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->states = g_ptr_array_new ();
  self->observables = g_ptr_array_new ();
  self->parameters = g_ptr_array_new ();
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->triggers = g_array_new (FALSE, FALSE, sizeof (RankleExpression));
  self->crossings = g_array_new (FALSE, FALSE, sizeof (RankleExpression));
  self->event_values = g_array_new (FALSE, FALSE, sizeof (RankleExpression));
  self->event_targets = g_ptr_array_new ();
  self->event_ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->trail = g_ptr_array_new ();
}

void
_rankle_system_clear (RankleSystem *self)
{
  g_clear_pointer (&self->graph, rankle_graph_free);
  g_hash_table_unref (self->symbols);
  g_hash_table_unref (self->elements);
  g_hash_table_unref (self->rules);
  g_hash_table_unref (self->starts);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->functions);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->observables);
  g_ptr_array_unref (self->parameters);
  g_array_unref (self->order);
  g_array_unref (self->triggers);
  g_array_unref (self->crossings);
  g_array_unref (self->event_values);
  g_ptr_array_unref (self->event_targets);
  g_array_unref (self->event_ends);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->trail);
  g_clear_error (&self->error);
}

/* ---- equations ---- */

static void
equations_init (RankleEquations *equations, RankleSystem *self)
{
  equations->graph = self->graph;
  equations->n_states = self->states->len;
  equations->n_parameters = self->parameters->len;
  equations->n_observables = self->observables->len;
  equations->rates = g_new0 (RankleExpression, equations->n_states + 1);
  equations->initial = g_new0 (RankleExpression, equations->n_states + 1);
  equations->observables = g_new0 (RankleExpression, equations->n_observables + 1);
  equations->derived = g_new0 (RankleExpression, equations->n_parameters + 1);
  equations->defaults = g_new0 (double, equations->n_parameters + 1);
}

static void
equations_clear (RankleEquations *equations)
{
  g_free (equations->rates);
  g_free (equations->initial);
  g_free (equations->observables);
  g_free (equations->derived);
  g_free (equations->defaults);
}

static gboolean
resolve_list (RankleSystem     *self,
              GPtrArray        *list,
              RankleMoment      moment,
              RankleExpression *meaning)
{
  for (guint i = 0; i < list->len; i++)
    {
      meaning[i] = _rankle_system_resolve (self, g_ptr_array_index (list, i), moment);
      if (meaning[i] == RANKLE_EXPRESSION_NONE)
        return FALSE;
    }

  return TRUE;
}

/* A parameter that nothing uses may lack a value; one with a formula is resolved in any
 * case. */
static gboolean
resolve_parameters (RankleSystem *self, RankleEquations *equations)
{
  for (guint i = 0; i < self->parameters->len; i++)
    {
      RankleSymbol *symbol = g_ptr_array_index (self->parameters, i);

      if ((symbol->start != NULL || !isnan (symbol->value)) &&
          _rankle_system_resolve (self, symbol, RANKLE_MOMENT_START) ==
              RANKLE_EXPRESSION_NONE)
        return FALSE;
      equations->derived[i] =
          symbol->derived ? symbol->meaning[RANKLE_MOMENT_START] : RANKLE_EXPRESSION_NONE;
      equations->defaults[i] = symbol->value;
    }

  g_assert (self->order->len <= self->parameters->len);
  equations->order = (guint *)(void *)self->order->data;
  equations->n_derived = self->order->len;
  return TRUE;
}

static void
take_events (const RankleSystem *self, RankleEquations *equations)
{
  g_assert (self->event_ends->len == self->triggers->len);
  g_assert (self->event_targets->len == self->event_values->len);

  equations->n_events = self->triggers->len;
  equations->n_crossings = self->crossings->len;
  equations->n_event_values = self->event_values->len;
  equations->triggers = (RankleExpression *)(void *)self->triggers->data;
  equations->crossings = (RankleExpression *)(void *)self->crossings->data;
  equations->event_values = (RankleExpression *)(void *)self->event_values->data;
}

static gboolean
build_equations (RankleSystem *self, RankleEquations *equations)
{
  if (self->states->len > MAX_STATES)
    return _rankle_system_fail (self, NULL, RANKLE_MODEL_ERROR_LIMIT,
                                ngettext ("the model has more than %d state",
                                          "the model has more than %d states",
                                          MAX_STATES),
                                MAX_STATES);

  if (!resolve_list (self, self->observables, RANKLE_MOMENT_RUN,
                     equations->observables) ||
      !_rankle_system_build_rates (self, equations->rates) ||
      !_rankle_system_build_events (self) ||
      !resolve_list (self, self->states, RANKLE_MOMENT_START, equations->initial) ||
      !resolve_parameters (self, equations))
    return FALSE;
  take_events (self, equations);
  g_assert (self->trail->len == 0 && self->depth == 0); /* nothing is under way */

  return TRUE;
}

/* ---- the model ---- */

static const char *
keep (RankleModel *model, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert (model->strings, text);
}

static void
describe (RankleModel        *model,
          const RankleSystem *self,
          const RankleSymbol *symbol,
          RankleQuantityKind  kind,
          RankleQuantity     *quantity)
{
  g_autofree char *unit = _rankle_system_unit (self, symbol);
  const char      *label = SBase_getName (symbol->element);

  quantity->id = keep (model, symbol->id);
  quantity->label =
      label != NULL && label[0] != '\0' ? keep (model, label) : quantity->id;
  quantity->unit = keep (model, unit);
  quantity->kind = kind;
  quantity->index = symbol->index;
  quantity->value = symbol->value;
  quantity->is_place = symbol->compartment != NULL;
  if (symbol->species != NULL && !Species_getHasOnlySubstanceUnits (symbol->species))
    quantity->place = keep (model, Species_getCompartment (symbol->species));
  quantity->derived = symbol->derived;
  quantity->min = quantity->max = (double)NAN;
  g_hash_table_insert (model->by_id, (gpointer)quantity->id, quantity);
  if (kind != RANKLE_QUANTITY_PARAMETER)
    g_hash_table_insert (model->columns, (gpointer)quantity->id, quantity);
}

static RankleQuantity *
describe_list (RankleModel        *model,
               const RankleSystem *self,
               const GPtrArray    *list,
               RankleQuantityKind  kind)
{
  RankleQuantity *quantities = g_new0 (RankleQuantity, list->len + 1);

  for (guint i = 0; i < list->len; i++)
    g_assert (((const RankleSymbol *)g_ptr_array_index (list, i))->index == i);
  for (guint i = 0; i < list->len; i++)
    describe (model, self, g_ptr_array_index (list, i), kind, &quantities[i]);

  return quantities;
}

static void
take_notes (RankleModel *model, const RankleSystem *self)
{
  if (self->notes->len == 0)
    return;
  model->notes = g_new0 (const char *, self->notes->len + 1);
  for (guint i = 0; i < self->notes->len; i++)
    model->notes[i] = keep (model, g_ptr_array_index (self->notes, i));
}

/* Of what is called a species, is counted or weighed in a unit, and is there at the
 * start, there cannot be less than none. Without a unit it may be any variable of a
 * system of equations, and a parameter with a rate anything at all: a voltage, a
 * logarithm, a difference. */
static void
take_ranges (RankleModel *model, const RankleSystem *self)
{
  for (guint i = 0; i < model->n_states; i++)
    {
      const RankleSymbol *symbol = g_ptr_array_index (self->states, i);
      RankleQuantity     *state = &model->states[i];

      g_assert (symbol->index == state->index);
      if (_rankle_system_is_counted (self, symbol) && state->value >= 0)
        state->min = 0;
    }
}

/* What is known only once the formulas run: derived defaults and initial values. */
static void
fill_values (RankleModel *model)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autofree double *initial = g_new0 (double, model->n_states + 1);

  rankle_workspace_get_initial (workspace, initial);
  for (guint i = 0; i < model->n_states; i++)
    model->states[i].value = initial[i];
  for (guint i = 0; i < model->n_observables; i++)
    model->observables[i].value = (double)NAN;
  for (guint i = 0; i < model->n_parameters; i++)
    if (model->parameters[i].derived)
      model->parameters[i].value = rankle_workspace_get_parameter (workspace, i);
}

static RankleModel *
build_model (RankleSystem *self, RankleProgram *program)
{
  const char  *id = Model_getId (self->sbml);
  const char  *title = Model_getName (self->sbml);
  RankleModel *model =
      rankle_model_new_empty (id != NULL && id[0] != '\0' ? id : self->name);

  g_assert (program->n_states == self->states->len);

  if (title != NULL && title[0] != '\0')
    model->title = keep (model, title);
  model->time_unit = keep (model, _rankle_system_time_unit (self));
  model->states = describe_list (model, self, self->states, RANKLE_QUANTITY_STATE);
  model->observables =
      describe_list (model, self, self->observables, RANKLE_QUANTITY_OBSERVABLE);
  /* Last, so that the id of one that events change finds the parameter. */
  model->parameters =
      describe_list (model, self, self->parameters, RANKLE_QUANTITY_PARAMETER);
  model->n_states = self->states->len;
  model->n_observables = self->observables->len;
  model->n_parameters = self->parameters->len;
  model->program = program;
  _rankle_system_describe_events (self, model);
  take_notes (model, self);
  fill_values (model);
  take_ranges (model, self);

  return model;
}

static RankleProgram *
compile_program (RankleSystem *self, const RankleEquations *equations)
{
  RankleProgram *program = rankle_program_compile (equations);

  if (program == NULL)
    _rankle_system_fail (self, NULL, RANKLE_MODEL_ERROR_LIMIT,
                         _ ("the model's formulas are too many or too long"));

  return program;
}

static RankleModel *
compile (RankleSystem *self, SBMLDocument_t *document)
{
  RankleEquations equations = { 0 };
  RankleProgram  *program = NULL;
  RankleModel    *model = NULL;

  _rankle_system_promote_local_parameters (self->sbml);
  _rankle_system_index (self);
  if (!_rankle_system_check (self, document) || !_rankle_system_collect (self))
    return NULL;

  equations_init (&equations, self);
  if (build_equations (self, &equations))
    program = compile_program (self, &equations);
  if (program != NULL)
    {
      model = build_model (self, program);
      rankle_share_find_all (model, self->graph, equations.observables);
    }
  equations_clear (&equations);

  return model;
}

RankleModel *
_rankle_system_compile (void *document, const char *name, GError **error)
{
  RankleSystem self = { 0 };
  Model_t     *sbml = SBMLDocument_getModel (document);
  RankleModel *model = NULL;

  _rankle_system_init (&self, name, sbml);
  if (sbml == NULL)
    _rankle_system_fail (&self, NULL, RANKLE_MODEL_ERROR_SYNTAX,
                         _ ("there is no model in it"));
  else
    model = compile (&self, document);
  g_assert ((model == NULL) == (self.error != NULL));

  if (model != NULL)
    {
      model->document = document;
      model->free_document = (GDestroyNotify)SBMLDocument_free;
    }
  else
    {
      SBMLDocument_free (document);
      g_propagate_error (error, g_steal_pointer (&self.error));
    }
  _rankle_system_clear (&self);

  return model;
}
