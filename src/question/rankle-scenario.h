/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-person.h"
#include "rankle-protocol.h"
#include "rankle-treatment.h"

G_BEGIN_DECLS

#define RANKLE_SCENARIO_ERROR (rankle_scenario_error_quark ())

/**
 * RankleScenarioError:
 * @RANKLE_SCENARIO_ERROR_ABSENT: the model has no such control or parameter
 * @RANKLE_SCENARIO_ERROR_NOT_TIMED: a control that makes doses cannot be changed at a
 * time
 * @RANKLE_SCENARIO_ERROR_DOSES: the dosing controls make no sensible series of doses
 * @RANKLE_SCENARIO_ERROR_NOT_WHOLE: a control that counts has a fraction
 */
typedef enum
{
  RANKLE_SCENARIO_ERROR_ABSENT,
  RANKLE_SCENARIO_ERROR_NOT_TIMED,
  RANKLE_SCENARIO_ERROR_DOSES,
  RANKLE_SCENARIO_ERROR_NOT_WHOLE,
} RankleScenarioError;

GQuark rankle_scenario_error_quark (void);

/**
 * RankleScenario:
 *
 * What is being asked of a model, in the user's terms: control values by control id,
 * further parameters and initial values by id, a treatment, a horizon, and of whom. Knows
 * ids only, and may say what its times are counted in, so that one scenario can be put to
 * several models. Immutable once shared; copy to change. Reference counted.
 *
 * The controls of a series of doses may stand among the settings, as files and command
 * lines give them; for a model they are settled as one step of the treatment, which is
 * what is given.
 */
#define RANKLE_TYPE_SCENARIO (rankle_scenario_get_type ())
typedef struct _RankleScenario RankleScenario;

typedef enum
{
  RANKLE_SETTING_CONTROL,
  RANKLE_SETTING_PARAMETER,
  RANKLE_SETTING_INITIAL, /* of a state */
  RANKLE_SETTING_HOLD,    /* a state stays at it throughout, whatever flows in or out */
  RANKLE_SETTING_SCALE,   /* a parameter is multiplied, after it has been set */
} RankleSettingKind;

/* What holds from the start on. */
typedef struct
{
  RankleSettingKind kind;
  char             *id;
  double            value;
} RankleSetting;

GType rankle_scenario_get_type (void);
RankleScenario *
rankle_scenario_new (const char *id, const char *title, const char *description);
RankleScenario *rankle_scenario_ref (RankleScenario *scenario);
void            rankle_scenario_unref (RankleScenario *scenario);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleScenario, rankle_scenario_unref)
/* (transfer full): a new scenario with the same content, for changing. */
RankleScenario *rankle_scenario_copy (const RankleScenario *scenario);

const char *rankle_scenario_get_id (const RankleScenario *scenario);
const char *rankle_scenario_get_title (const RankleScenario *scenario);
const char *rankle_scenario_get_description (const RankleScenario *scenario);
void rankle_scenario_set_description (RankleScenario *scenario, const char *description);

/* Whom it is about; nothing need be told of them. @person is copied. */
const RanklePerson *rankle_scenario_get_person (const RankleScenario *scenario);
void rankle_scenario_set_person (RankleScenario *scenario, const RanklePerson *person);

void
rankle_scenario_set_control (RankleScenario *scenario, const char *control, double value);
void rankle_scenario_reset_control (RankleScenario *scenario, const char *control);
/* FALSE (and *value untouched): the control stands at its neutral value. */
gboolean rankle_scenario_get_control (const RankleScenario *scenario,
                                      const char           *control,
                                      double               *value);
void     rankle_scenario_set_parameter (RankleScenario *scenario,
                                        const char     *parameter,
                                        double          value);
void
rankle_scenario_set_initial (RankleScenario *scenario, const char *state, double value);
/* A state is held at @value from the start on; what is given into it goes nowhere. */
void
rankle_scenario_hold_state (RankleScenario *scenario, const char *state, double value);
void rankle_scenario_release_state (RankleScenario *scenario, const char *state);
/* FALSE (and *value untouched): it is not held. @value (nullable) */
gboolean rankle_scenario_get_held (const RankleScenario *scenario,
                                   const char           *state,
                                   double               *value);
/* Of one parameter factors multiply; parameters are scaled in the order in which they
 * were first named. */
void rankle_scenario_scale_parameter (RankleScenario *scenario,
                                      const char     *parameter,
                                      double          factor);
/* 0: the model's */
void   rankle_scenario_set_horizon (RankleScenario *scenario, double horizon);
double rankle_scenario_get_horizon (const RankleScenario *scenario);

/* What holds from the start: controls, parameters, initial values, states that are held,
 * each by id; then scales. Valid until the scenario changes. */
const RankleSetting *rankle_scenario_get_settings (const RankleScenario *scenario,
                                                   guint                *n);
/* What is done, in its order. Valid until the scenario changes. */
const RankleTreatmentStep *rankle_scenario_get_treatment (const RankleScenario *scenario,
                                                          guint                *n);
/* The first step of that kind and target, or -1. */
int rankle_scenario_find_step (const RankleScenario *scenario,
                               RankleTreatmentKind   kind,
                               RankleTarget          target,
                               const char           *id);
/* @step is copied. */
void rankle_scenario_add_step (RankleScenario *scenario, const RankleTreatmentStep *step);
void rankle_scenario_remove_step (RankleScenario *scenario, guint index);
/* @step, which may hold what the one at @index holds, in its place; @index -1: added. */
void rankle_scenario_put_step (RankleScenario            *scenario,
                               int                        index,
                               const RankleTreatmentStep *step);
/* Changes at a time are steps of the treatment. */
void rankle_scenario_change_parameter (RankleScenario *scenario,
                                       const char     *parameter,
                                       double          value,
                                       double          time);
void rankle_scenario_change_control (RankleScenario *scenario,
                                     const char     *control,
                                     double          value,
                                     double          time);

/* "day" and the like; "" (as at first): whatever the model counts in. */
void        rankle_scenario_set_time_unit (RankleScenario *scenario, const char *unit);
const char *rankle_scenario_get_time_unit (const RankleScenario *scenario);
/* The horizon for @model in its unit: the scenario's, or the model's own where the
 * scenario says nothing or speaks of another time scale. */
double rankle_scenario_get_horizon_for (const RankleScenario *scenario,
                                        const RankleModel    *model);
/* FALSE: of what @model has, every control is neutral and every parameter left alone, at
 * all times. */
gboolean rankle_scenario_asks_of (const RankleScenario *scenario, RankleModel *model);
/* @model has all that the scenario moves. */
gboolean rankle_scenario_suits (const RankleScenario *scenario, RankleModel *model);
gboolean rankle_scenario_equal (const RankleScenario *a, const RankleScenario *b);

/* (transfer full): the scenario as it stands for @model: times in the model's unit, and
 * the controls of a series that the model has as one step of the treatment. */
RankleScenario *rankle_scenario_settle (const RankleScenario *scenario,
                                        RankleModel          *model);

/* Puts the scenario into @protocol, in model units: the only way from what is asked to
 * what is run. A control that the model lacks is an error if @strict, else left out. */
gboolean rankle_scenario_apply (const RankleScenario *scenario,
                                RankleProtocol       *protocol,
                                gboolean              strict,
                                GError              **error);

G_END_DECLS
