/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A run as a document: what is done to the model becomes events, of which each takes all
 * that is done at one time, so that no order among events has to be said. What a run
 * works out beside (parameters that follow from one that changes) is in them as numbers:
 * an event of SBML does not move what was derived at the start. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-guard.h"
#include "rankle-model-builder.h"
#include "rankle-model-error.h"
#include "rankle-sbml-private.h"

typedef struct
{
  RankleModel       *model; /* Borrowed, as the next two */
  const RankleDeeds *deeds;
  Model_t           *sbml;
  RankleWorkspace   *workspace;  /* (owned): with the parameters as they are */
  double            *parameters; /* (owned): NaN: default */
  double            *values;     /* (owned): of all parameters, as they are */
  double            *inflows;    /* (owned): of all states, as they are */
  char             **inflow_ids; /* (owned): NULL: nothing ever flows into the state */
  char              *time_unit;  /* (owned): "": none is told */
  guint              n_moments;
} Writer;

static void
writer_init (Writer *self, RankleModel *model, const RankleDeeds *deeds, Model_t *sbml)
{
  *self = (Writer){ .model = model, .deeds = deeds, .sbml = sbml };
  self->workspace = rankle_workspace_new (model);
  self->parameters = g_memdup2 (deeds->parameters, model->n_parameters * sizeof (double));
  self->values = g_new0 (double, model->n_parameters + 1);
  self->inflows = g_new0 (double, model->n_states + 1);
  self->inflow_ids = g_new0 (char *, model->n_states + 1);
  self->time_unit =
      g_strdup (Model_isSetTimeUnits (sbml) ? Model_getTimeUnits (sbml) : "");
  rankle_workspace_set_parameters (self->workspace, self->parameters);
}

static void
writer_clear (Writer *self)
{
  rankle_workspace_free (self->workspace);
  for (guint i = 0; i < self->model->n_states; i++)
    g_free (self->inflow_ids[i]);
  g_free (self->inflow_ids);
  g_free (self->inflows);
  g_free (self->values);
  g_free (self->parameters);
  g_free (self->time_unit);
}

/* ---- what changes is not constant ---- */

static void
let_change (Model_t *sbml, const char *id)
{
  Parameter_t   *parameter = Model_getParameterById (sbml, id);
  Compartment_t *compartment = Model_getCompartmentById (sbml, id);
  Species_t     *species = Model_getSpeciesById (sbml, id);

  if (parameter != NULL)
    Parameter_setConstant (parameter, FALSE);
  else if (compartment != NULL)
    Compartment_setConstant (compartment, FALSE);
  else if (species != NULL)
    Species_setConstant (species, FALSE);
}

/* Takes @math. */
static void
assign (Writer *self, Event_t *event, const char *id, ASTNode_t *math)
{
  EventAssignment_t *assignment = Event_createEventAssignment (event);

  EventAssignment_setVariable (assignment, id);
  EventAssignment_setMath (assignment, math);
  ASTNode_free (math);
  let_change (self->sbml, id);
}

static void
assign_number (Writer *self, Event_t *event, const char *id, double value)
{
  g_autofree char *unit = _rankle_sbml_unit_of (self->sbml, id);

  assign (self, event, id, _rankle_sbml_make_number (value, unit));
}

/* ---- what is held ---- */

static gboolean
is_held (const Writer *self, guint state)
{
  return self->deeds->held != NULL && self->deeds->held[state];
}

/* No event of the model's own moves it. */
static void
remove_assignments (Model_t *sbml, const char *id)
{
  for (guint i = 0; i < Model_getNumEvents (sbml); i++)
    {
      Event_t *event = Model_getEvent (sbml, i);

      if (Event_getEventAssignmentByVar (event, id) != NULL)
        EventAssignment_free (Event_removeEventAssignmentByVar (event, id));
    }
}

/* Reactions go on, and do not move it: a boundary. */
static void
hold (Model_t *sbml, const char *id)
{
  Species_t   *species = Model_getSpeciesById (sbml, id);
  Parameter_t *parameter = Model_getParameterById (sbml, id);

  if (Model_getRuleByVar (sbml, id) != NULL)
    Rule_free (Model_removeRuleByVar (sbml, id));
  remove_assignments (sbml, id);
  if (species != NULL)
    {
      Species_setBoundaryCondition (species, TRUE);
      Species_setConstant (species, TRUE);
    }
  else if (parameter != NULL)
    Parameter_setConstant (parameter, TRUE);
}

static void
hold_all (Writer *self)
{
  for (guint i = 0; i < self->model->n_states; i++)
    if (is_held (self, i))
      hold (self->sbml, self->model->states[i].id);
}

/* ---- inflows ---- */

static void
add_inflows (Writer *self)
{
  for (guint i = 0; i < self->deeds->n; i++)
    {
      const RankleDeed *deed = &self->deeds->list[i];

      if (deed->kind == RANKLE_DEED_INFLOW && !is_held (self, deed->target) &&
          self->inflow_ids[deed->target] == NULL)
        self->inflow_ids[deed->target] =
            _rankle_sbml_add_inflow (self->sbml, self->model->states[deed->target].id,
                                     self->inflows[deed->target]);
    }
}

/* An infusion ends by adding its opposite; what rounding leaves of several is nothing. */
static void
change_inflow (Writer *self, const RankleDeed *deed)
{
  double *inflow = &self->inflows[deed->target];

  *inflow += deed->value;
  if (fabs (*inflow) < 1e-12 * fabs (deed->value))
    *inflow = 0;
}

/* ---- how it begins ---- */

/* What was running before the start is running, and what was changed is changed; the
 * state is that of the parameters as they were. */
static guint
pass_early (Writer *self)
{
  guint i;

  for (i = 0; i < self->deeds->n && self->deeds->list[i].time < self->deeds->start; i++)
    {
      const RankleDeed *deed = &self->deeds->list[i];

      if (deed->kind == RANKLE_DEED_INFLOW)
        change_inflow (self, deed);
      else if (deed->kind == RANKLE_DEED_PARAMETER)
        self->parameters[deed->target] = deed->value;
    }
  return i;
}

/* Everything as a number: a formula would follow from a state that is another. */
static void
set_all (Writer *self, const double *state)
{
  for (guint i = 0; i < self->model->n_states; i++)
    {
      double given = self->deeds->initial[i];

      _rankle_sbml_set_value (self->sbml, self->model->states[i].id,
                              isnan (given) ? state[i] : given);
    }
  for (guint i = 0; i < self->model->n_parameters; i++)
    {
      const char *id = self->model->parameters[i].id;

      if (!isnan (self->parameters[i]) ||
          Model_getInitialAssignmentBySym (self->sbml, id) != NULL)
        _rankle_sbml_set_value (self->sbml, id,
                                rankle_workspace_get_parameter (self->workspace, i));
    }
}

static void
set_given (Writer *self)
{
  for (guint i = 0; i < self->model->n_parameters; i++)
    if (!isnan (self->parameters[i]))
      _rankle_sbml_set_value (self->sbml, self->model->parameters[i].id,
                              self->parameters[i]);
}

static gboolean
has_initial (const Writer *self)
{
  for (guint i = 0; i < self->model->n_states; i++)
    if (!isnan (self->deeds->initial[i]))
      return TRUE;
  return FALSE;
}

/* Gives the number of deeds that are part of it. */
static guint
set_beginning (Writer *self)
{
  g_autofree double *state = g_new0 (double, self->model->n_states + 1);
  guint              n_early;

  rankle_workspace_get_initial (self->workspace, state);
  n_early = pass_early (self);
  rankle_workspace_set_parameters (self->workspace, self->parameters);
  if (n_early > 0 || has_initial (self))
    set_all (self, state);
  else
    set_given (self);
  for (guint i = 0; i < self->model->n_parameters; i++)
    self->values[i] = rankle_workspace_get_parameter (self->workspace, i);
  return n_early;
}

/* ---- what is done at one time ---- */

static Event_t *
add_event (Writer *self, double time)
{
  g_autofree char *stem = g_strdup_printf ("treatment_%u", ++self->n_moments);
  g_autofree char *id = _rankle_sbml_new_id (self->sbml, stem);
  Event_t         *event = Model_createEvent (self->sbml);
  Trigger_t       *trigger = Event_createTrigger (event);
  ASTNode_t       *now = ASTNode_createWithType (AST_NAME_TIME);
  ASTNode_t       *math;

  ASTNode_setName (now, "time");
  math = _rankle_sbml_make_pair (AST_RELATIONAL_GEQ, now,
                                 _rankle_sbml_make_number (time, self->time_unit));
  Event_setId (event, id);
  Event_setUseValuesFromTriggerTime (event, TRUE);
  /* Such a trigger can become true at the start. */
  Trigger_setInitialValue (trigger, FALSE);
  Trigger_setPersistent (trigger, TRUE);
  Trigger_setMath (trigger, math);
  ASTNode_free (math);
  return event;
}

typedef struct
{
  double *doses;      /* (owned): for each state */
  guint8 *is_dosed;   /* (owned) */
  guint8 *is_flowing; /* (owned): its inflow changes */
} Moment;

static void
moment_init (Moment *self, const Writer *writer)
{
  self->doses = g_new0 (double, writer->model->n_states + 1);
  self->is_dosed = g_new0 (guint8, writer->model->n_states + 1);
  self->is_flowing = g_new0 (guint8, writer->model->n_states + 1);
}

static void
moment_clear (Moment *self)
{
  g_free (self->doses);
  g_free (self->is_dosed);
  g_free (self->is_flowing);
}

static void
take_deed (Writer *self, const RankleDeed *deed, Moment *moment)
{
  if (deed->kind != RANKLE_DEED_PARAMETER && is_held (self, deed->target))
    return;
  if (deed->kind == RANKLE_DEED_DOSE)
    {
      moment->doses[deed->target] += deed->value;
      moment->is_dosed[deed->target] = TRUE;
    }
  else if (deed->kind == RANKLE_DEED_INFLOW)
    {
      change_inflow (self, deed);
      moment->is_flowing[deed->target] = TRUE;
    }
  else
    self->parameters[deed->target] = deed->value;
}

static void
assign_states (Writer *self, Event_t *event, const Moment *moment)
{
  for (guint i = 0; i < self->model->n_states; i++)
    {
      const char *id = self->model->states[i].id;

      if (moment->is_dosed[i])
        {
          g_autofree char *unit = _rankle_sbml_unit_of (self->sbml, id);

          assign (
              self, event, id,
              _rankle_sbml_make_pair (AST_PLUS, _rankle_sbml_make_name (id),
                                      _rankle_sbml_make_number (moment->doses[i], unit)));
        }
      if (moment->is_flowing[i])
        assign_number (self, event, self->inflow_ids[i], self->inflows[i]);
    }
}

/* What lies in a compartment that changes its size keeps its concentration: SBML would
 * keep its amount. */
static void
keep_concentrations (Writer *self, Event_t *event, const char *compartment)
{
  for (guint i = 0; i < Model_getNumSpecies (self->sbml); i++)
    {
      Species_t            *species = Model_getSpecies (self->sbml, i);
      const char           *id = Species_getId (species);
      const RankleQuantity *quantity = rankle_model_find (self->model, id);

      if (g_strcmp0 (Species_getCompartment (species), compartment) == 0 &&
          !Species_getHasOnlySubstanceUnits (species) && quantity != NULL &&
          quantity->kind != RANKLE_QUANTITY_OBSERVABLE &&
          Event_getEventAssignmentByVar (event, id) == NULL)
        assign (self, event, id, _rankle_sbml_make_name (id));
    }
}

static gboolean
assign_parameters (Writer *self, Event_t *event, GError **error)
{
  rankle_workspace_set_parameters (self->workspace, self->parameters);
  for (guint i = 0; i < self->model->n_parameters; i++)
    {
      const char *id = self->model->parameters[i].id;
      double      value = rankle_workspace_get_parameter (self->workspace, i);

      if (!(fabs (value - self->values[i]) > 0))
        continue;
      if (!isfinite (value))
        {
          g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_UNSUPPORTED,
                       _ ("what the treatment makes of “%s” is not a number"), id);
          return FALSE;
        }
      self->values[i] = value;
      assign_number (self, event, id, value);
      if (Model_getCompartmentById (self->sbml, id) != NULL)
        keep_concentrations (self, event, id);
    }
  return TRUE;
}

/* Deed number @first and all of its time; gives the number of the next one. */
static gboolean
write_moment (Writer *self, guint *next, GError **error)
{
  double   time = self->deeds->list[*next].time;
  Event_t *event = add_event (self, time);
  Moment   moment;
  gboolean good;

  moment_init (&moment, self);
  for (; *next < self->deeds->n && !(self->deeds->list[*next].time > time); (*next)++)
    take_deed (self, &self->deeds->list[*next], &moment);
  assign_states (self, event, &moment);
  good = assign_parameters (self, event, error);
  moment_clear (&moment);
  if (Event_getNumEventAssignments (event) == 0) /* a change to what it was */
    Event_free (Model_removeEvent (self->sbml, Model_getNumEvents (self->sbml) - 1));
  return good;
}

/* ---- beside the model's own events ---- */

static gboolean
is_breakpoint (const Writer *self, double time)
{
  guint         n;
  const double *times = rankle_workspace_get_breakpoints (self->workspace, &n);

  for (guint i = 0; i < n; i++)
    if (!(fabs (times[i] - time) > 0))
      return TRUE;
  return FALSE;
}

static gboolean
follows_from_own (const RankleModel *model, guint parameter)
{
  guint        n;
  const guint *kept = rankle_model_get_kept_parameters (model, &n);

  for (guint i = 0; i < n; i++)
    if (kept[i] == parameter)
      return TRUE;
  return FALSE;
}

/* What follows from a parameter that changes and from one that the model changes itself
 * would have to be worked out during the run. */
static gboolean
moves_kept (Writer *self, const RankleDeed *deed)
{
  g_autofree double *changed =
      g_memdup2 (self->parameters, self->model->n_parameters * sizeof (double));
  gboolean moves = FALSE;

  if (deed->kind != RANKLE_DEED_PARAMETER)
    return FALSE;
  changed[deed->target] = deed->value;
  rankle_workspace_set_parameters (self->workspace, changed);
  for (guint i = 0; i < self->model->n_parameters && !moves; i++)
    moves =
        i != deed->target && follows_from_own (self->model, i) &&
        fabs (rankle_workspace_get_parameter (self->workspace, i) - self->values[i]) > 0;
  rankle_workspace_set_parameters (self->workspace, self->parameters);
  return moves;
}

static gboolean
check_own_events (Writer *self, guint first, GError **error)
{
  for (guint i = first;
       rankle_model_get_n_timed_events (self->model) > 0 && i < self->deeds->n; i++)
    {
      const RankleDeed *deed = &self->deeds->list[i];

      if (!is_breakpoint (self, deed->time) && !moves_kept (self, deed))
        continue;
      g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_UNSUPPORTED,
                   /* Translators: %1$s is a model's id */
                   _ ("SBML has no word for what is done at time %2$g: %1$s has events "
                      "of its own that meet with it"),
                   self->model->id, deed->time);
      return FALSE;
    }
  return TRUE;
}

/* Behind the model's own as they were made, ahead of them as they are to happen. */
static void
put_ahead (Model_t *sbml, guint n_own)
{
  for (guint i = 0; i < n_own && n_own < Model_getNumEvents (sbml); i++)
    {
      Event_t *own = Model_removeEvent (sbml, 0);

      Model_addEvent (sbml, own);
      Event_free (own);
    }
}

/* ---- the whole ---- */

static gboolean
write_all (Writer *self, GError **error)
{
  guint n_own = Model_getNumEvents (self->sbml);
  guint next = set_beginning (self);

  hold_all (self);
  add_inflows (self);
  if (!check_own_events (self, next, error))
    return FALSE;
  while (next < self->deeds->n)
    if (!write_moment (self, &next, error))
      return FALSE;
  put_ahead (self->sbml, n_own);
  return TRUE;
}

/* Level 2 cannot say that an event may happen at the start. */
static gboolean
raise_level (const RankleModel *model, SBMLDocument_t *document, GError **error)
{
  gboolean good = SBMLDocument_getLevel (document) > 2;

  if (good)
    return TRUE;
  _rankle_guard_lock ();
  good = SBMLDocument_setLevelAndVersionNonStrict (document, 3, 1);
  _rankle_guard_unlock ();
  if (!good)
    g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_UNSUPPORTED,
                 _ ("%s cannot be written as SBML Level 3"), model->id);
  return good;
}

char *
rankle_model_to_treated_sbml (RankleModel       *model,
                              const RankleDeeds *deeds,
                              GError           **error)
{
  SBMLDocument_t *document;
  Writer          writer;
  gboolean        good;

  g_return_val_if_fail (model != NULL && deeds != NULL, NULL);
  g_return_val_if_fail (deeds->parameters != NULL && deeds->initial != NULL, NULL);

  document = _rankle_sbml_copy_document (model);
  good = raise_level (model, document, error);
  if (good)
    {
      writer_init (&writer, model, deeds, SBMLDocument_getModel (document));
      good = write_all (&writer, error);
      writer_clear (&writer);
    }
  if (good)
    return _rankle_sbml_write (model, document, error);
  SBMLDocument_free (document);
  return NULL;
}
