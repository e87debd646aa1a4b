/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-by-hand.h"

#include <math.h>

enum
{
  DEPOT,
  CENTRAL,
  PERIPHERAL,
  TARGET,
  L, /* RANKL */
  K, /* RANK */
  O, /* OPG */
  LK,
  LO,
  LD,
  PB,
  B,
  S,
  SC,
  PC,
  C,
  TGF,
  BONE,
  MINERAL,
};

const char *const by_hand_states[] = {
  "denosumab_depot",
  "denosumab_central",
  "denosumab_peripheral",
  "target",
  "RANKL",
  "RANK",
  "OPG",
  "RANKL_RANK",
  "RANKL_OPG",
  "RANKL_denosumab",
  "preosteoblast",
  "osteoblast",
  "osteocyte",
  "sclerostin",
  "preosteoclast",
  "osteoclast",
  "TGFbeta",
  "bone_matrix",
  "mineral",
};

const char *const by_hand_observables[] = {
  "denosumab_serum",
  "denosumab_marrow",
  "target_bound",
  "estrogen",
  "estrogen_effect",
  "RANKL_production",
  "OPG_production",
  "RANKL_total",
  "occupancy",
  "signal",
  "osteoblast_birth",
  "osteoclast_birth",
  "activity",
  "resorption",
  "formation",
  "CTX",
  "P1NP",
  "BMD_hip",
};

static const double ka = 0.222018, bioavailability = 0.638, cl = 0.07344, v1 = 2.49,
                    q = 0.9096, v2 = 1.36, kss = 0.138, target_0 = 0.614,
                    kdeg_target = 0.03552, kint_target = 0.1908;
static const double tau_estrogen = 949;
static const double kon = 0.0864, kd_rank = 30, kd_opg = 5, kd_denosumab = 3;
static const double kdeg_rankl = 0.012, kdeg_rank = 1, kdeg_opg = 2;
static const double kint_rankl_rank = 0.05, kdeg_rankl_opg = 0.1,
                    kint_rankl_denosumab = 0.1908;
static const double marrow_access = 0.05, molar_mass = 1.47e-4;
static const double rankl_0 = 0.4, rank_0 = 10, opg_0 = 4;
static const double omega_pb = 0.319241069, omega_pc = 0.930890444, omega_b = 0.000624353;
static const double eta_b = 0.00867806, eta_c = 0.023815993, eta_s = 0.000109589;
static const double kappa_sc = 0.05, sc_pb = 163.2824648, sc_pc = 8603687.044,
                    sc_o = 3039.645954, e_pc = 0.937654795, e_sc = 9.595406602,
                    k_pc = 0.00142857;
static const double activity_floor = 0.17, activity_half = 2, lambda_c = 3.82e-6,
                    nu = 250, r_o = 1024.4198, tau_tgf = 45;
static const double mineralisation_rate = 0.00857, dilution = 7, mineral_new = 0.7;

/* What rates, Jacobian and observables share. */
typedef struct
{
  double serum, root, marrow, bound;
  double estrogen, estrogen_effect;
  double rankl_production, opg_production;
  double signal, activity, resorption, formation, coupling;
  double osteoblast_birth, osteoclast_birth;
} Common;

void
by_hand_init (ByHand *m)
{
  *m = (ByHand){
    .rankl_factor = 1, .opg_factor = 1, .estrogen_factor = 1, .menopause_time = 1e6
  };
  m->rankl_rank_0 = kon * rankl_0 * rank_0 / (kon * kd_rank + kint_rankl_rank);
  m->rankl_opg_0 = kon * rankl_0 * opg_0 / (kon * kd_opg + kdeg_rankl_opg);
  m->occupancy_0 = m->rankl_rank_0 / (rank_0 + m->rankl_rank_0);
  m->rankl_production_0 = kdeg_rankl * rankl_0 + kint_rankl_rank * m->rankl_rank_0 +
                          kdeg_rankl_opg * m->rankl_opg_0;
  m->rank_production = kdeg_rank * rank_0 + kint_rankl_rank * m->rankl_rank_0;
  m->opg_production_0 = kdeg_opg * opg_0 + kdeg_rankl_opg * m->rankl_opg_0;
  m->osteoblast_0 = 1 / (eta_b + omega_b);
  m->osteocyte_0 = omega_b * m->osteoblast_0 / eta_s;
  m->sclerostin_0 = e_sc / (1 + e_sc) * m->osteocyte_0 / kappa_sc;
  m->preosteoblast_0 = (m->sclerostin_0 + sc_pb) / (omega_pb * sc_pb);
  m->preosteoclast_0 =
      1 / (omega_pc * e_pc / (1 + e_pc) * m->sclerostin_0 / (m->sclerostin_0 + sc_pc));
  m->osteoclast_0 = 1 / eta_c;
  m->resorption_0 = lambda_c * m->osteoclast_0;
  m->lambda_b = m->resorption_0 / (m->osteoblast_0 * sc_o / (m->sclerostin_0 + sc_o) *
                                   (1 + nu * m->osteoclast_0 / (m->osteoclast_0 + r_o)));
  m->mineral_0 = (mineralisation_rate + dilution * m->resorption_0 * mineral_new) /
                 (mineralisation_rate + dilution * m->resorption_0);
}

void
by_hand_get_initial (const ByHand *m, double *y)
{
  y[DEPOT] = y[CENTRAL] = y[PERIPHERAL] = 0;
  y[TARGET] = target_0;
  y[L] = rankl_0;
  y[K] = rank_0;
  y[O] = opg_0;
  y[LK] = m->rankl_rank_0;
  y[LO] = m->rankl_opg_0;
  y[LD] = 0;
  y[PB] = m->preosteoblast_0;
  y[B] = m->osteoblast_0;
  y[S] = m->osteocyte_0;
  y[SC] = m->sclerostin_0;
  y[PC] = m->preosteoclast_0;
  y[C] = m->osteoclast_0;
  y[TGF] = 1;
  y[BONE] = 1;
  y[MINERAL] = m->mineral_0;
}

static void
compute_common (const ByHand *m, double time, const double *y, Common *c)
{
  double excess = y[CENTRAL] / v1 - y[TARGET] - kss;
  double late = time - m->menopause_time;

  c->root = sqrt (excess * excess + 4 * kss * y[CENTRAL] / v1);
  c->serum = 0.5 * (excess + c->root);
  c->bound = c->serum / (kss + c->serum);
  c->marrow = marrow_access * c->serum / molar_mass;
  c->estrogen = m->estrogen_factor * (late > 0 ? 1 / (1 + late / tau_estrogen) : 1);
  c->estrogen_effect = (1 + e_pc) / (c->estrogen + e_pc);
  c->rankl_production = m->rankl_production_0 * m->rankl_factor * c->estrogen_effect *
                        y[S] / m->osteocyte_0;
  c->opg_production = m->opg_production_0 * m->opg_factor * y[B] / m->osteoblast_0;
  c->signal = y[LK] / (y[K] + y[LK]) / m->occupancy_0;
  c->activity = activity_floor + (1 - activity_floor) * c->signal * (1 + activity_half) /
                                     (c->signal + activity_half);
  c->resorption = lambda_c * c->activity * y[C] * y[BONE];
  c->coupling = y[TGF] * m->osteoclast_0;
  c->formation = m->lambda_b * y[B] * sc_o / (y[SC] + sc_o) *
                 (1 + nu * c->coupling / (c->coupling + r_o));
  c->osteoblast_birth = omega_pb * sc_pb / (y[SC] + sc_pb) * y[PB];
  c->osteoclast_birth =
      omega_pc * (e_pc / (1 + e_pc)) * y[SC] / (y[SC] + sc_pc) * y[PC] * c->signal;
}

void
by_hand_rates (const ByHand *m, double time, const double *y, double *dy)
{
  Common c;
  double bind_rank, bind_opg, bind_drug, exchange;

  compute_common (m, time, y, &c);
  bind_rank = kon * (y[L] * y[K] - kd_rank * y[LK]);
  bind_opg = kon * (y[L] * y[O] - kd_opg * y[LO]);
  bind_drug = kon * (y[L] * c.marrow - kd_denosumab * y[LD]);
  exchange = q * (c.serum - y[PERIPHERAL] / v2);

  dy[DEPOT] = -ka * y[DEPOT];
  dy[CENTRAL] = bioavailability * ka * y[DEPOT] -
                (cl + kint_target * v1 * y[TARGET] / (kss + c.serum)) * c.serum -
                exchange;
  dy[PERIPHERAL] = exchange;
  dy[TARGET] = kdeg_target * target_0 -
               (kdeg_target + (kint_target - kdeg_target) * c.bound) * y[TARGET];
  dy[L] = c.rankl_production - kdeg_rankl * y[L] - bind_rank - bind_opg - bind_drug;
  dy[K] = m->rank_production - kdeg_rank * y[K] - bind_rank;
  dy[O] = c.opg_production - kdeg_opg * y[O] - bind_opg;
  dy[LK] = bind_rank - kint_rankl_rank * y[LK];
  dy[LO] = bind_opg - kdeg_rankl_opg * y[LO];
  dy[LD] = bind_drug - kint_rankl_denosumab * y[LD];
  dy[PB] = 1 - c.osteoblast_birth;
  dy[B] = c.osteoblast_birth - (eta_b + omega_b) * y[B];
  dy[S] = omega_b * y[B] - eta_s * y[S];
  dy[SC] = e_sc / (c.estrogen + e_sc) * y[S] - kappa_sc * y[SC];
  dy[PC] = 1 + k_pc * m->preosteoclast_0 - c.osteoclast_birth - k_pc * y[PC];
  dy[C] = c.osteoclast_birth - eta_c * y[C];
  dy[TGF] = (c.resorption / m->resorption_0 - y[TGF]) / tau_tgf;
  dy[BONE] = c.formation - c.resorption;
  dy[MINERAL] = mineralisation_rate * (1 - y[MINERAL]) -
                dilution * c.formation / y[BONE] * (y[MINERAL] - mineral_new);
}

#define J(row, column) jacobian[(column)*BY_HAND_N_STATES + (row)]

static void
fill_drug (const double *y, const Common *c, double *jacobian, double d_serum[2])
{
  double excess = 2 * c->serum - c->root;
  double half = kss + c->serum;
  double loss_by_serum = cl + kint_target * v1 * y[TARGET] * kss / (half * half);

  d_serum[0] = (0.5 * (1 + excess / c->root) + kss / c->root) / v1; /* by CENTRAL */
  d_serum[1] = -0.5 * (1 + excess / c->root);                       /* by TARGET */
  J (DEPOT, DEPOT) = -ka;
  J (CENTRAL, DEPOT) = bioavailability * ka;
  J (CENTRAL, PERIPHERAL) = q / v2;
  J (PERIPHERAL, PERIPHERAL) = -q / v2;
  for (guint i = 0; i < 2; i++)
    {
      guint by = i == 0 ? CENTRAL : TARGET;

      J (CENTRAL, by) = -(loss_by_serum + q) * d_serum[i];
      J (PERIPHERAL, by) = q * d_serum[i];
      J (TARGET, by) =
          -(kint_target - kdeg_target) * kss / (half * half) * d_serum[i] * y[TARGET];
    }
  J (CENTRAL, TARGET) -= kint_target * v1 / half * c->serum;
  J (TARGET, TARGET) -= kdeg_target + (kint_target - kdeg_target) * c->bound;
}

static void
fill_binding (const ByHand *m,
              const double *y,
              const Common *c,
              const double  d_serum[2],
              double       *jacobian)
{
  double d_bind = kon * y[L] * marrow_access / molar_mass;

  for (guint i = 0; i < 2; i++)
    {
      guint by = i == 0 ? CENTRAL : TARGET;

      J (L, by) = -d_bind * d_serum[i];
      J (LD, by) = d_bind * d_serum[i];
    }
  J (L, L) = -kdeg_rankl - kon * (y[K] + y[O] + c->marrow);
  J (L, K) = -kon * y[L];
  J (L, O) = -kon * y[L];
  J (L, LK) = kon * kd_rank;
  J (L, LO) = kon * kd_opg;
  J (L, LD) = kon * kd_denosumab;
  J (L, S) = c->rankl_production / y[S];
  J (K, L) = -kon * y[K];
  J (K, K) = -kdeg_rank - kon * y[L];
  J (K, LK) = kon * kd_rank;
  J (O, L) = -kon * y[O];
  J (O, O) = -kdeg_opg - kon * y[L];
  J (O, LO) = kon * kd_opg;
  J (O, B) = m->opg_production_0 * m->opg_factor / m->osteoblast_0;
  J (LK, L) = kon * y[K];
  J (LK, K) = kon * y[L];
  J (LK, LK) = -kon * kd_rank - kint_rankl_rank;
  J (LO, L) = kon * y[O];
  J (LO, O) = kon * y[L];
  J (LO, LO) = -kon * kd_opg - kdeg_rankl_opg;
  J (LD, L) = kon * c->marrow;
  J (LD, LD) = -kon * kd_denosumab - kint_rankl_denosumab;
}

/* d(signal)/d(RANK), d(signal)/d(RANKL_RANK) */
static void
differentiate_signal (const ByHand *m, const double *y, double d_signal[2])
{
  double total = y[K] + y[LK];

  d_signal[0] = -y[LK] / (total * total) / m->occupancy_0;
  d_signal[1] = y[K] / (total * total) / m->occupancy_0;
}

static void
fill_cells (const ByHand *m,
            const double *y,
            const Common *c,
            const double  d_signal[2],
            double       *jacobian)
{
  double release = omega_pb * sc_pb / (y[SC] + sc_pb);
  double differentiation = omega_pc * (e_pc / (1 + e_pc)) * y[SC] / (y[SC] + sc_pc);
  double by_sc = -c->osteoblast_birth / (y[SC] + sc_pb);
  double birth_by_sc = omega_pc * (e_pc / (1 + e_pc)) * sc_pc /
                       ((y[SC] + sc_pc) * (y[SC] + sc_pc)) * y[PC] * c->signal;

  J (PB, PB) = -release;
  J (PB, SC) = -by_sc;
  J (B, PB) = release;
  J (B, SC) = by_sc;
  J (B, B) = -(eta_b + omega_b);
  J (S, B) = omega_b;
  J (S, S) = -eta_s;
  J (SC, S) = e_sc / (c->estrogen + e_sc);
  J (SC, SC) = -kappa_sc;
  J (C, SC) = birth_by_sc;
  J (C, PC) = differentiation * c->signal;
  J (C, C) = -eta_c;
  J (PC, SC) = -birth_by_sc;
  J (PC, PC) = -differentiation * c->signal - k_pc;
  for (guint i = 0; i < 2; i++)
    {
      guint by = i == 0 ? K : LK;

      J (C, by) = differentiation * y[PC] * d_signal[i];
      J (PC, by) = -J (C, by);
    }
  J (TGF, TGF) = -1 / tau_tgf;
}

static void
fill_bone (const ByHand *m,
           const double *y,
           const Common *c,
           const double  d_signal[2],
           double       *jacobian)
{
  double half = c->signal + activity_half;
  double d_activity =
      (1 - activity_floor) * (1 + activity_half) * activity_half / (half * half);
  double relative = m->resorption_0 * tau_tgf;
  double gain = 1 + nu * c->coupling / (c->coupling + r_o);
  double d_gain =
      nu * r_o / ((c->coupling + r_o) * (c->coupling + r_o)) * m->osteoclast_0;
  double by_b = c->formation / y[B];
  double by_sc = -c->formation / (y[SC] + sc_o);
  double by_tgf = c->formation / gain * d_gain;
  double mix = -dilution / y[BONE] * (y[MINERAL] - mineral_new);
  double by_c = lambda_c * c->activity * y[BONE];
  double by_bone = lambda_c * c->activity * y[C];

  for (guint i = 0; i < 2; i++)
    {
      guint  by = i == 0 ? K : LK;
      double d = lambda_c * y[C] * y[BONE] * d_activity * d_signal[i];

      J (TGF, by) = d / relative;
      J (BONE, by) = -d;
    }
  J (TGF, C) = by_c / relative;
  J (TGF, BONE) = by_bone / relative;
  J (BONE, C) = -by_c;
  J (BONE, BONE) = -by_bone;
  J (BONE, B) = by_b;
  J (BONE, SC) = by_sc;
  J (BONE, TGF) = by_tgf;
  J (MINERAL, B) = mix * by_b;
  J (MINERAL, SC) = mix * by_sc;
  J (MINERAL, TGF) = mix * by_tgf;
  J (MINERAL, BONE) = -mix * c->formation / y[BONE];
  J (MINERAL, MINERAL) = -mineralisation_rate - dilution * c->formation / y[BONE];
}

void
by_hand_jacobian (const ByHand *m, double time, const double *y, double *jacobian)
{
  Common c;
  double d_serum[2], d_signal[2];

  compute_common (m, time, y, &c);
  differentiate_signal (m, y, d_signal);
  fill_drug (y, &c, jacobian, d_serum);
  fill_binding (m, y, &c, d_serum, jacobian);
  fill_cells (m, y, &c, d_signal, jacobian);
  fill_bone (m, y, &c, d_signal, jacobian);
}

void
by_hand_observe (const ByHand *m, double time, const double *y, double *v)
{
  Common c;

  compute_common (m, time, y, &c);
  v[0] = c.serum;
  v[1] = c.marrow;
  v[2] = c.bound;
  v[3] = c.estrogen;
  v[4] = c.estrogen_effect;
  v[5] = c.rankl_production;
  v[6] = c.opg_production;
  v[7] = y[L] + y[LK] + y[LO] + y[LD];
  v[8] = y[LK] / (y[K] + y[LK]);
  v[9] = c.signal;
  v[10] = c.osteoblast_birth;
  v[11] = c.osteoclast_birth;
  v[12] = c.activity;
  v[13] = c.resorption;
  v[14] = c.formation;
  v[15] = 100 * c.resorption / m->resorption_0;
  v[16] = 100 * c.formation / m->resorption_0;
  v[17] = 100 * y[BONE] * y[MINERAL] / m->mineral_0;
}
